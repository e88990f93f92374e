using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>
/// Ce que demandent PDF/A-3A et PDF/UA-1 hors des pages : métadonnées, profil de sortie, fichiers joints.
/// Conçu pour ces normes et vérifié par nos essais ; aucun validateur officiel n'a été passé.
/// </summary>
internal static class Conformite
{
    private const string Logiciel = "Reparation";

    // Les comprimer une seconde fois coûte du temps et ne gagne rien.
    private static readonly HashSet<string> DejaCompresses = ["application/pdf", "image/jpeg", "image/png"];

    /// <summary>Les entrées du catalogue.</summary>
    /// <param name="fiches">Nom et fiche de chaque fichier joint.</param>
    public static string Ecrire(Fichier fichier, IdentiteActe identite, IReadOnlyList<(string Nom, int Fiche)> fiches, Norme norme, int? manifeste = null)
    {
        fichier.Partie = Parties.Identite;
        var xmp = fichier.PoserFlux("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Xmp(identite, norme)), compressible: false);
        var metadonnees = $"/Metadata {Ecriture.Reference(xmp)}";
        if (norme == Norme.Aucune)
        {
            return metadonnees + Rattacher(fichier, fiches, manifeste);
        }

        var profil = fichier.PoserFlux("/N 3", ProfilSrgb.Octets);
        return metadonnees +
            "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)" +
            $"/Info(sRGB IEC61966-2.1)/DestOutputProfile {Ecriture.Reference(profil)}>>]" +
            Rattacher(fichier, fiches, manifeste);
    }

    public static string Information(IdentiteActe identite)
    {
        var date = Ecriture.DateInfo(identite.Date);
        return $"<</Title {Ecriture.Chaine(identite.Titre)}{Champ("/Author ", identite.Auteur)}{Champ("/Subject ", identite.Sujet)}" +
            $"/Creator({Logiciel})/Producer({Logiciel})/CreationDate{date}/ModDate{date}>>";
    }

    private static string Champ(string cle, string valeur) => valeur.Length == 0 ? "" : cle + Ecriture.Chaine(valeur);

    private static string Rattacher(Fichier fichier, IReadOnlyList<(string Nom, int Fiche)> jointes, int? manifeste)
    {
        List<(string Nom, int Fiche)> fiches = [.. jointes];
        if (manifeste is { } flux)
        {
            fiches.Add((Parties.Manifeste, Fiche(fichier, Parties.Manifeste, "Empreintes des parties de ce fichier, sommes imprimées et sceau", flux)));
        }

        if (fiches.Count == 0)
        {
            return "";
        }

        // L'arbre des noms se lit par dichotomie : il est trié.
        var references = fiches.OrderBy(f => f.Nom, StringComparer.Ordinal)
            .Select(f => (Nom: Ecriture.Chaine(f.Nom), Reference: Ecriture.Reference(f.Fiche))).ToList();
        return $"/AF[{string.Join(' ', references.Select(r => r.Reference))}]" +
            $"/Names<</EmbeddedFiles<</Names[{string.Join(' ', references.Select(r => $"{r.Nom} {r.Reference}"))}]>>>>";
    }

    /// <summary>Écrit un fichier joint et rend le numéro de sa fiche.</summary>
    public static int Joindre(Fichier fichier, PieceJointe jointe, DateOnly date)
    {
        // MD5 n'est pas une sécurité ici : c'est la somme de contrôle que prescrit ISO 32000.
#pragma warning disable CA5351
        var somme = Convert.ToHexString(MD5.HashData(jointe.Octets));
#pragma warning restore CA5351
        fichier.Partie = jointe.Nom;
        var flux = fichier.PoserFlux(string.Create(CultureInfo.InvariantCulture,
            $"/Type/EmbeddedFile/Subtype{Ecriture.Nom(jointe.TypeMime)}/Params<</Size {jointe.Octets.Length}/ModDate{Ecriture.DateInfo(date)}/CheckSum<{somme}>>>"),
            jointe.Octets,
            compressible: !DejaCompresses.Contains(jointe.TypeMime));
        return Fiche(fichier, jointe.Nom, jointe.Description, flux);
    }

    private static int Fiche(Fichier fichier, string nom, string description, int flux) => fichier.Poser(
        $"<</Type/Filespec/F {Ecriture.Chaine(nom)}/UF {Ecriture.Chaine(nom)}/Desc {Ecriture.Chaine(description)}/AFRelationship/Data" +
        $"/EF<</F {Ecriture.Reference(flux)}/UF {Ecriture.Reference(flux)}>>>>");

    private static string Xmp(IdentiteActe identite, Norme norme)
    {
        var date = Ecriture.DateXmp(identite.Date);
        var auteur = identite.Auteur.Length == 0
            ? "" : $"<dc:creator><rdf:Seq><rdf:li>{Echapper(identite.Auteur)}</rdf:li></rdf:Seq></dc:creator>\n";
        var sujet = identite.Sujet.Length == 0
            ? "" : $"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{Echapper(identite.Sujet)}</rdf:li></rdf:Alt></dc:description>\n";
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Echapper(identite.Titre)}</rdf:li></rdf:Alt></dc:title>
            {auteur}{sujet}<dc:language><rdf:Bag><rdf:li>{Echapper(identite.Langue)}</rdf:li></rdf:Bag></dc:language>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <xmp:CreateDate>{date}</xmp:CreateDate>
            <xmp:ModifyDate>{date}</xmp:ModifyDate>
            <xmp:MetadataDate>{date}</xmp:MetadataDate>
            <xmp:CreatorTool>{Logiciel}</xmp:CreatorTool>
            <pdf:Producer>{Logiciel}</pdf:Producer>
            </rdf:Description>
            {norme switch { Norme.Archive => Annonce, Norme.Reproduction => AnnonceDeReproduction, _ => "" }}
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """.ReplaceLineEndings("\n");
    }

    // PDF/A n'admet un vocabulaire étranger que s'il est décrit : celui de PDF/UA l'est ici.
    private const string Annonce = """
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <pdfaid:part>3</pdfaid:part>
        <pdfaid:conformance>A</pdfaid:conformance>
        <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        """;

    private const string AnnonceDeReproduction = """
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
        <pdfaid:part>3</pdfaid:part>
        <pdfaid:conformance>B</pdfaid:conformance>
        </rdf:Description>
        """;

    private static string Echapper(string texte) => SecurityElement.Escape(texte);
}

/// <summary>Ce que les métadonnées d'un fichier peuvent annoncer.</summary>
internal enum Norme
{
    /// <summary>Un acte entièrement écrit par nous : PDF/A-3A et PDF/UA-1.</summary>
    Archive,

    /// <summary>
    /// Pages toutes écrites ou converties par nous, mais dont certaines sont l'image d'un document, sans texte balisé : PDF/A-3B,
    /// qui ne promet que l'aspect.
    /// </summary>
    Reproduction,

    /// <summary>Rien : des pages étrangères y entrent, avec leurs polices non jointes et leurs images sans balises.</summary>
    Aucune,
}
