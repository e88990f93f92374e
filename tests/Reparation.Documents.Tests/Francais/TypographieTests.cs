using CsCheck;
using Reparation.Documents.Francais;

namespace Reparation.Documents.Tests.Francais;

public sealed class TypographieTests
{
    [Theory]
    [InlineData("l'enfant", "l’enfant")]
    [InlineData("Pourquoi ?", "Pourquoi\u202F?")]
    [InlineData("Pourquoi?", "Pourquoi\u202F?")]
    [InlineData("un ; deux ! trois", "un\u202F; deux\u202F! trois")]
    [InlineData("Objet : x", "Objet\u00A0: x")]
    [InlineData("Objet: x", "Objet\u00A0: x")]
    [InlineData("« mot »", "«\u00A0mot\u00A0»")]
    [InlineData("«mot»", "«\u00A0mot\u00A0»")]
    [InlineData("art. 706-3", "art.\u00A0706-3")]
    [InlineData("art. R. 50-9", "art.\u00A0R.\u00A050-9")]
    [InlineData("n° 12", "n°\u00A012")]
    [InlineData("M. Durand", "M.\u00A0Durand")]
    [InlineData("Mme Durand", "Mme\u00A0Durand")]
    [InlineData("12 %", "12\u00A0%")]
    [InlineData("30 €", "30\u00A0€")]
    [InlineData("le 3 mars", "le 3\u00A0mars")]
    [InlineData("le 1er janvier", "le 1er\u00A0janvier")]
    [InlineData("13 ans", "13\u00A0ans")]
    [InlineData("et ainsi...", "et ainsi…")]
    [InlineData("https://exemple.invalid/a?b=c:d", "https://exemple.invalid/a?b=c:d")]
    [InlineData("à 12:30", "à 12:30")]
    [InlineData("le mot marsouin", "le mot marsouin")]
    public void Le_texte_prend_sa_typographie(string brut, string attendu) => Assert.Equal(attendu, Typographie.Composer(brut));

    [Fact]
    public void La_composer_deux_fois_ne_change_rien_de_plus() =>
        Gen.String[Gen.Char["ab 1’'«»;:!?%€.\u00A0\u202F"], 0, 30].Sample(t =>
            Typographie.Composer(Typographie.Composer(t)) == Typographie.Composer(t));

    [Theory]
    [InlineData("1er janvier", "1|er!| janvier")]
    [InlineData("la 1re fois", "la 1|re!| fois")]
    [InlineData("21er", "21er")]
    [InlineData("A1er", "A1er")]
    public void L_ordinal_se_releve(string texte, string attendu) => Assert.Equal(
        attendu, string.Join('|', Typographie.Exposants(texte).Select(m => m.Exposant ? m.Texte + "!" : m.Texte)));

    [Theory]
    [InlineData("Nanterre", "de Nanterre")]
    [InlineData("Évry", "d’Évry")]
    [InlineData("Le Havre", "du Havre")]
    [InlineData("Les Sables-d’Olonne", "des Sables-d’Olonne")]
    [InlineData("La Rochelle", "de La Rochelle")]
    [InlineData("Hauts-de-Seine", "des Hauts-de-Seine")]
    [InlineData("de Paris", "de Paris")]
    public void Le_complement_de_lieu_s_elide(string nom, string attendu) => Assert.Equal(attendu, Tournures.De(nom));

    [Fact]
    public void Les_initiales_gardent_les_prenoms_composes() => Assert.Equal("J.-M. D.", Tournures.Initiales("Jeanne-Marie", "Durand"));
}
