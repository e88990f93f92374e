// Clés d'accès : sans ce script, ou dans un navigateur ancien, la phrase de passe suffit.
(() => {
  "use strict";
  const possible = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON) && isSecureContext && !/^[\d.:[\]]+$/.test(location.hostname);
  const bouton = document.getElementById("cle-connexion");
  const ajout = document.getElementById("cle-ajout");
  const refus = document.getElementById("cle-refus");
  if (!possible || !refus) {
    return;
  }
  const jeton = document.querySelector("[name=__RequestVerificationToken]").value;
  const envoyer = async (adresse, corps) => {
    const reponse = await fetch(adresse, {
      method: "POST",
      headers: { "Content-Type": "application/json", RequestVerificationToken: jeton },
      body: JSON.stringify(corps ?? {}),
    });
    if (reponse.redirected) {
      location.assign(reponse.url);
      return null;
    }
    const objet = reponse.status === 204 ? {} : await reponse.json();
    if (!reponse.ok) {
      throw new Error(objet.message);
    }
    return objet;
  };
  const mener = async (ceremonie) => {
    refus.hidden = true;
    try {
      await ceremonie();
    } catch (erreur) {
      // Le navigateur dit « NotAllowedError » quand la personne renonce ou laisse passer le temps.
      refus.textContent = erreur instanceof DOMException
        ? "La clé n’a pas répondu, ou l’essai a été abandonné. Recommencez, ou employez votre phrase de passe."
        : erreur.message;
      refus.hidden = false;
    }
  };
  if (bouton) {
    bouton.hidden = false;
    bouton.addEventListener("click", () => mener(async () => {
      const epreuve = await envoyer("/connexion/cle/epreuve");
      const cle = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(epreuve.options)) });
      const retour = document.querySelector("[name=Retour]")?.value;
      const ouverte = await envoyer("/connexion/cle", { etat: epreuve.etat, cle: JSON.stringify(cle), retour });
      location.assign(ouverte.retour);
    }));
  }
  if (ajout) {
    ajout.hidden = false;
    document.querySelector("[data-sans-cle]").hidden = true;
    ajout.addEventListener("submit", (e) => {
      e.preventDefault();
      mener(async () => {
        const epreuve = await envoyer("/securite/cles/epreuve");
        if (!epreuve) {
          return;
        }
        const cle = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(epreuve.options)) });
        if (await envoyer("/securite/cles", { etat: epreuve.etat, cle: JSON.stringify(cle), nom: ajout.elements.nom.value })) {
          location.reload();
        }
      });
    });
  }
})();
