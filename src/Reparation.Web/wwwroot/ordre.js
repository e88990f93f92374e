// Réordonner le bordereau en faisant glisser une ligne par sa poignée ; les boutons Monter et Descendre font la même chose au clavier.
(() => {
  "use strict";

  const liste = document.querySelector('[data-lignes="Dossier.Pieces"]');
  if (!liste) {
    return;
  }
  const lignes = () => [...liste.children].filter((c) => c.matches("fieldset.ligne"));
  let tenue = null;
  const armer = (ligne) => {
    const legende = ligne.querySelector(":scope > legend");
    if (!legende || legende.classList.contains("poignee")) {
      return;
    }
    legende.classList.add("poignee");
    legende.title = "Faire glisser pour déplacer";
    // La poignée seule se laisse prendre : dans les champs, la souris sélectionne du texte.
    legende.draggable = true;
  };
  lignes().forEach(armer);
  new MutationObserver(() => lignes().forEach(armer)).observe(liste, { childList: true });

  // Dès que l'ordre n'est plus celui des numéros, renuméroter se propose ; une pièce encore sans numéro prendra le suivant.
  const renumeroter = document.querySelector("[data-renumeroter]");
  liste.closest("form").addEventListener("input", () => {
    renumeroter.hidden = lignes().every((ligne, i) => {
      const { value } = ligne.querySelector('input[name$=".Numero"]');
      return value === "" || value === String(i + 1);
    });
  });

  liste.addEventListener("dragstart", (e) => {
    tenue = e.target.closest?.("fieldset.ligne");
    tenue?.classList.add("glissee");
    e.dataTransfer.effectAllowed = "move";
  });
  liste.addEventListener("dragover", (e) => {
    const cible = e.target.closest("fieldset.ligne");
    if (!tenue || !cible || cible === tenue || cible.parentElement !== liste) {
      return;
    }
    e.preventDefault();
    const { top, height } = cible.getBoundingClientRect();
    cible[e.clientY < top + height / 2 ? "before" : "after"](tenue);
  });
  liste.addEventListener("drop", (e) => e.preventDefault());
  liste.addEventListener("dragend", () => {
    if (!tenue) {
      return;
    }
    tenue.classList.remove("glissee");
    tenue = null;
    lignes().forEach((ligne, i) => { ligne.querySelector(":scope > legend .rang").textContent = String(i + 1); });
    liste.dispatchEvent(new Event("input", { bubbles: true }));
  });
})();
