// La session se ferme d'elle-même : la page prévient, propose de rester, puis se vide.
(() => {
  "use strict";
  const avis = document.getElementById("fin-de-session");
  if (!avis) {
    return;
  }
  const jeton = avis.querySelector("[name=__RequestVerificationToken]").value;
  const minutes = Number(avis.dataset.minutes);
  // Deux minutes avant, ou le dernier tiers d'une session très courte.
  const avance = Math.min(120, minutes * 20);
  let rendezVous = 0;

  const partir = () => dispatchEvent(
    new CustomEvent("partir", { detail: "/connexion?retour=" + encodeURIComponent(location.pathname + location.search) }));
  // Un autre onglet a pu prolonger la session : le serveur seul sait ce qu'il reste.
  const demander = async () => {
    let reste = 0;
    try {
      const reponse = await fetch("/session", { redirect: "manual" });
      reste = reponse.ok ? (await reponse.json()).reste : 0;
    } catch {
      reste = 1;
    }
    suivre(reste);
  };
  const suivre = (reste) => {
    clearTimeout(rendezVous);
    if (reste <= 0) {
      partir();
    } else if (reste > avance) {
      avis.hidden = true;
      rendezVous = setTimeout(demander, (reste - avance) * 1000 + 500);
    } else {
      if (avis.hidden) {
        avis.hidden = false;
        avis.querySelector("[data-rester]").focus();
      }
      avis.querySelector("[data-reste]").textContent = reste < 60 ? "dans moins d’une minute" : "dans deux minutes au plus";
      rendezVous = setTimeout(demander, Math.min(reste * 1000 + 500, 10000));
    }
  };
  avis.querySelector("[data-rester]").addEventListener("click", async () => {
    await fetch("/session", { method: "POST", headers: { RequestVerificationToken: jeton }, redirect: "manual" });
    avis.hidden = true;
    demander();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      demander();
    }
  });
  suivre(minutes * 60);
})();
