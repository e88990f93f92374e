// Dépôt par envois successifs : progression, reprise après une coupure, glisser-déposer. Sans ce fichier, le formulaire suffit.
(() => {
  "use strict";

  const formulaire = document.querySelector("form[data-depot]");
  const liste = document.querySelector("[data-depots]");
  if (!formulaire || !liste) {
    return;
  }
  const choix = formulaire.querySelector("input[type=file]");
  const zone = formulaire.querySelector("[data-zone]");
  const coche = formulaire.querySelector("#numerisation");
  const jeton = formulaire.querySelector("[name=__RequestVerificationToken]").value;
  const racine = formulaire.dataset.depot;
  const unSeul = !choix.multiple;
  for (const aide of formulaire.querySelectorAll("[data-avec-script]")) {
    aide.hidden = false;
  }

  const attendre = (duree) => new Promise((suite) => { setTimeout(suite, duree); });
  const demander = async (adresse, options = {}) => {
    const reponse = await fetch(adresse, {
      credentials: "same-origin",
      redirect: "error",
      ...options,
      headers: { RequestVerificationToken: jeton },
    });
    if (!reponse.ok) {
      throw new Error(String(reponse.status));
    }
    return reponse.status === 204 ? {} : reponse.json();
  };
  const poster = (adresse, champs) => demander(adresse, { method: "POST", body: new URLSearchParams(champs) });

  // Ce qui permet de reprendre : la taille et la date du fichier, jamais son nom.
  const cle = (fichier) => `depot ${racine} ${fichier.size} ${fichier.lastModified}`;
  const ouvrir = async (fichier) => {
    const connu = sessionStorage.getItem(cle(fichier));
    if (connu) {
      try {
        return await demander(`${racine}/${connu}`);
      } catch {
        sessionStorage.removeItem(cle(fichier));
      }
    }
    const ouvert = await poster(racine, { octets: fichier.size });
    if (ouvert.depot) {
      sessionStorage.setItem(cle(fichier), ouvert.depot);
    }
    return ouvert;
  };

  const envoyer = async (fichier, ligne) => {
    const depot = await ouvrir(fichier);
    if (!depot.depot) {
      return depot;
    }
    let { recus } = depot;
    let echecs = 0;
    while (recus < fichier.size) {
      ligne.avancer(recus / fichier.size);
      try {
        const reponse = await demander(`${racine}/${depot.depot}?debut=${recus}`, {
          method: "POST",
          body: fichier.slice(recus, recus + depot.envoi),
        });
        echecs = reponse.recus > recus ? 0 : echecs + 1;
        recus = reponse.recus;
      } catch (e) {
        echecs += 1;
        if (echecs < 6) {
          await attendre(500 * 2 ** echecs);
        }
      }
      if (echecs >= 6) {
        throw new Error("coupure");
      }
    }
    ligne.avancer(1);
    return terminer(fichier, depot.depot);
  };
  const terminer = async (fichier, depot) => {
    const issue = await poster(`${racine}/${depot}/terminer`, {
      numerisation: String(coche.checked),
      piece: formulaire.elements.piece.value,
      nom: fichier.name,
    });
    if (!issue.aConfirmer) {
      sessionStorage.removeItem(cle(fichier));
    }
    return { ...issue, depot };
  };

  const nouvelleLigne = (nom) => {
    const ligne = document.createElement("li");
    const texte = document.createElement("span");
    texte.textContent = nom;
    const barre = document.createElement("progress");
    barre.max = 1;
    barre.value = 0;
    barre.setAttribute("aria-label", `Dépôt de ${nom}`);
    ligne.append(texte, barre);
    liste.append(ligne);
    return {
      avancer: (part) => { barre.value = part; },
      dire: (classe, message) => {
        ligne.className = classe;
        ligne.replaceChildren(`${nom}\u00A0: ${message} `);
      },
      ajouter: (element) => ligne.append(element),
    };
  };
  const bouton = (texte, agir) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = texte;
    element.addEventListener("click", agir);
    return element;
  };

  const montrer = (fichier, ligne, issue) => {
    ligne.dire(issue.admis ? "admis" : "refuse", issue.message);
    if (issue.piece) {
      const lien = document.createElement("a");
      lien.href = formulaire.dataset.fiches + encodeURIComponent(issue.piece);
      lien.textContent = "Ouvrir sa fiche";
      ligne.ajouter(lien);
    }
    if (issue.aConfirmer) {
      ligne.ajouter(bouton("Je confirme : une numérisation, sans personne", () => {
        coche.checked = true;
        conduire(ligne, fichier, () => terminer(fichier, issue.depot));
      }));
    }
  };
  const conduire = async (ligne, fichier, agir) => {
    try {
      montrer(fichier, ligne, await agir());
    } catch {
      ligne.dire("refuse", "le dépôt a été interrompu. Ce qui est arrivé est gardé une journée.");
      ligne.ajouter(bouton("Reprendre", () => conduire(ligne, fichier, agir)));
    }
  };

  let file = Promise.resolve();
  const deposer = (fichiers) => {
    for (const fichier of unSeul ? [...fichiers].slice(0, 1) : fichiers) {
      const ligne = nouvelleLigne(fichier.name);
      file = file.then(() => conduire(ligne, fichier, () => envoyer(fichier, ligne)));
    }
    choix.value = "";
  };

  formulaire.addEventListener("submit", (e) => {
    e.preventDefault();
    deposer([...choix.files]);
  });
  for (const nom of ["dragenter", "dragover"]) {
    zone.addEventListener(nom, (e) => {
      e.preventDefault();
      zone.classList.add("survolee");
    });
  }
  for (const nom of ["dragleave", "drop"]) {
    zone.addEventListener(nom, () => zone.classList.remove("survolee"));
  }
  zone.addEventListener("drop", (e) => {
    e.preventDefault();
    deposer([...e.dataTransfer.files]);
  });
})();
