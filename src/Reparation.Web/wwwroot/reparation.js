// Améliorations : toutes les pages marchent sans ce fichier.
(() => {
  "use strict";

  // Sortie rapide : la page quittée est vidée et ne revient pas par le bouton Retour.
  const sortie = document.querySelector("[data-sortie]");
  const partir = (adresse) => {
    sauvegarde = false;
    document.documentElement.hidden = true;
    location.replace(adresse);
  };
  addEventListener("partir", (e) => partir(e.detail));
  let sauvegarde = false;
  let echap = 0;
  sortie?.addEventListener("click", (e) => {
    e.preventDefault();
    partir(sortie.href);
  });
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape" || !sortie) {
      return;
    }
    const maintenant = Date.now();
    if (maintenant - echap < 600) {
      partir(sortie.href);
    }
    echap = maintenant;
  });

  document.querySelector("[data-montrer]")?.focus();
  for (const inutile of document.querySelectorAll("[data-sans-script]")) {
    inutile.hidden = true;
  }

  // Un lien vers un calcul replié le déplie, même là où le navigateur ne le fait pas.
  const deplier = () => document.getElementById(location.hash.slice(1))?.closest("details")?.setAttribute("open", "");
  addEventListener("hashchange", deplier);
  deplier();

  // Quitter une page modifiée se confirme.
  for (const formulaire of document.querySelectorAll("form[data-garder]")) {
    formulaire.addEventListener("input", () => { sauvegarde = true; });
    formulaire.addEventListener("submit", () => { sauvegarde = false; });
  }
  addEventListener("beforeunload", (e) => {
    if (sauvegarde) {
      e.preventDefault();
    }
  });

  // Ce qu'on tape se garde au serveur, scellé, après un temps d'arrêt : un navigateur qui tombe ne perd rien. Rien ne reste sur ce poste.
  for (const dit of document.querySelectorAll("form[data-garder] [data-brouillon]")) {
    const formulaire = dit.closest("form");
    const adresse = `${dit.dataset.brouillon}?page=${encodeURIComponent(location.pathname + location.search)}`;
    let attente = 0;
    let envoi = null;
    const garder = async () => {
      envoi?.abort();
      envoi = new AbortController();
      let texte = "Cette saisie n’a pas pu être gardée. Enregistrez-la.";
      try {
        const reponse = await fetch(adresse, { method: "POST", body: new URLSearchParams(new FormData(formulaire)), credentials: "same-origin", redirect: "error", signal: envoi.signal });
        texte = reponse.ok ? await reponse.text() : texte;
      } catch (e) {
        if (e.name === "AbortError") {
          return;
        }
        // Hors ligne, ou session fermée : l'avertissement suffit.
      }
      dit.textContent = texte;
      dit.hidden = false;
    };
    formulaire.addEventListener("input", () => {
      clearTimeout(attente);
      attente = setTimeout(garder, 1500);
    });
    // L'enregistrement efface la saisie gardée : rien ne doit la reposer après lui.
    formulaire.addEventListener("submit", () => {
      clearTimeout(attente);
      envoi?.abort();
    });
  }

  // Ajouter, retirer, déplacer une ligne sans aller-retour.
  let jeton = 0;
  const renumeroter = (liste) => {
    [...liste.children].filter((c) => c.matches("fieldset.ligne")).forEach((ligne, i) => {
      ligne.querySelector(":scope > legend .rang").textContent = String(i + 1);
      for (const suite of ligne.querySelectorAll(":scope > .gestes .hors-vue")) {
        suite.textContent = suite.textContent.replace(/\d+$/, String(i + 1));
      }
    });
  };
  const bouger = (bouton) => {
    const [verbe] = bouton.value.split(":");
    const liste = bouton.closest("[data-lignes]");
    if (verbe === "ajouter") {
      const gabarit = liste.querySelector(":scope > template");
      const copie = gabarit.content.cloneNode(true);
      jeton += 1;
      remplacer(copie, gabarit.innerHTML.match(/__ligne__/) ? "n" + Date.now().toString(36) + jeton : "");
      const ligne = copie.firstElementChild;
      liste.insertBefore(copie, gabarit);
      renumeroter(liste);
      ligne.querySelector("input:not([type=hidden]), select, textarea")?.focus();
      return;
    }
    const ligne = bouton.closest("fieldset.ligne");
    if (verbe === "monter" && ligne.previousElementSibling?.matches("fieldset.ligne")) {
      ligne.previousElementSibling.before(ligne);
    } else if (verbe === "descendre" && ligne.nextElementSibling?.matches("fieldset.ligne")) {
      ligne.nextElementSibling.after(ligne);
    } else if (verbe === "retirer") {
      retirer(ligne, liste);
      return;
    }
    renumeroter(liste);
    bouton.focus();
  };
  // Un gabarit peut en contenir un autre : seul le premier jeton de chaque nom est le sien.
  const remplacer = (racine, valeur) => {
    for (const element of racine.querySelectorAll("*")) {
      for (const attribut of [...element.attributes]) {
        if (attribut.value.includes("__ligne__")) {
          attribut.value = attribut.value.replace("__ligne__", valeur);
        }
      }
      if (element.tagName === "TEMPLATE") {
        remplacer(element.content, valeur);
      }
    }
  };
  // Une ligne retirée se reprend jusqu'à l'enregistrement.
  const retirer = (ligne, liste) => {
    const avis = document.createElement("p");
    avis.className = "retiree";
    avis.setAttribute("role", "status");
    avis.textContent = "Ligne retirée. ";
    const reprendre = document.createElement("button");
    reprendre.type = "button";
    reprendre.className = "discret";
    reprendre.textContent = "Annuler le retrait";
    reprendre.addEventListener("click", () => {
      avis.replaceWith(ligne);
      renumeroter(liste);
      ligne.querySelector("input:not([type=hidden]), select, textarea")?.focus();
      liste.dispatchEvent(new Event("input", { bubbles: true }));
    });
    avis.append(reprendre);
    ligne.replaceWith(avis);
    renumeroter(liste);
    reprendre.focus();
  };
  document.addEventListener("click", (e) => {
    const bouton = e.target.closest("button[name=action]");
    if (bouton && /^(ajouter|retirer|monter|descendre):/.test(bouton.value) && bouton.closest("[data-lignes]")) {
      e.preventDefault();
      bouger(bouton);
      liste(bouton)?.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  const liste = (element) => element.closest("form");

  // Le résultat suit la saisie.
  for (const formulaire of document.querySelectorAll("form[data-apercu]")) {
    const cible = document.getElementById("apercu");
    let attente = 0;
    let encours = null;
    formulaire.addEventListener("input", () => {
      clearTimeout(attente);
      attente = setTimeout(async () => {
        encours?.abort();
        encours = new AbortController();
        try {
          const reponse = await fetch(formulaire.dataset.apercu, {
            method: "POST",
            body: new FormData(formulaire),
            signal: encours.signal,
            credentials: "same-origin",
          });
          if (reponse.ok && !reponse.redirected) {
            const texte = await reponse.text();
            if (texte !== cible.dataset.dernier) {
              cible.dataset.dernier = texte;
              cible.innerHTML = texte;
            }
          }
        } catch {
          // Hors ligne ou dépassé par une saisie plus récente : le dernier résultat reste affiché.
        }
      }, 350);
    });
  }
})();
