using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Office;

/// <summary>
/// Archive Office Open XML : des parties, leurs types et leurs relations. Ni horloge ni identifiant tiré au sort : les mêmes
/// parties donnent les mêmes octets.
/// </summary>
internal sealed class Paquet
{
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XNamespace Liens = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Termes = "http://purl.org/dc/terms/";
    private static readonly XNamespace Base = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    // La plus ancienne date qu'une archive sache porter : elle ne dit rien.
    private static readonly DateTimeOffset SansDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<Partie> _parties = [];

    private sealed record Partie(string Chemin, string Type, Action<Stream> Contenu, IReadOnlyList<Relation> Relations);

    /// <summary>Ajoute une partie.</summary>
    /// <param name="chemin">Chemin dans l'archive, sans barre en tête.</param>
    /// <param name="type">Type de contenu.</param>
    /// <param name="racine">Élément racine.</param>
    /// <param name="relations">Ce que cette partie désigne.</param>
    public void Ajouter(string chemin, string type, XElement racine, params IReadOnlyList<Relation> relations) =>
        _parties.Add(new(chemin, type, flux => Enregistrer(racine, flux), relations));

    /// <summary>Ajoute une partie qui n'est pas du XML : une police.</summary>
    public void Ajouter(string chemin, string type, byte[] octets) => _parties.Add(new(chemin, type, flux => flux.Write(octets), []));

    /// <summary>Écrit l'archive.</summary>
    /// <param name="principale">Chemin de la partie par laquelle on entre.</param>
    /// <param name="identite">Propriétés du document : neutres, comme celles du PDF.</param>
    public byte[] Ecrire(string principale, IdentiteActe identite)
    {
        Ajouter("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", Proprietes(identite));
        using var octets = new MemoryStream();
        using (var archive = new ZipArchive(octets, ZipArchiveMode.Create, leaveOpen: true))
        {
            Ecrire(archive, "[Content_Types].xml", flux => Enregistrer(TypesDeContenu(), flux));
            Relier(archive, "_rels/.rels",
            [
                new("rId1", Relations + "/officeDocument", principale),
                new("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            ]);
            foreach (var partie in _parties)
            {
                Ecrire(archive, partie.Chemin, partie.Contenu);
                if (partie.Relations.Count > 0)
                {
                    var (dossier, nom) = (Path.GetDirectoryName(partie.Chemin), Path.GetFileName(partie.Chemin));
                    Relier(archive, $"{dossier}/_rels/{nom}.rels", partie.Relations);
                }
            }
        }

        return octets.ToArray();
    }

    /// <summary>Texte débarrassé de ce que XML refuse.</summary>
    public static string Propre(string texte)
    {
        if (texte.All(c => XmlConvert.IsXmlChar(c)))
        {
            return texte;
        }

        var propre = new StringBuilder(texte.Length);
        foreach (var rune in texte.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)))
        {
            propre.Append(rune);
        }

        return propre.ToString();
    }

    private XElement TypesDeContenu() => new(
        Types + "Types",
        new XElement(
            Types + "Default",
            new XAttribute("Extension", "rels"),
            new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        _parties.Select(p => new XElement(
            Types + "Override", new XAttribute("PartName", "/" + p.Chemin), new XAttribute("ContentType", p.Type))));

    private static void Relier(ZipArchive archive, string chemin, IEnumerable<Relation> relations) => Ecrire(archive, chemin, flux => Enregistrer(
        new(
            Liens + "Relationships",
            relations.Select(r => new XElement(
                Liens + "Relationship",
                new XAttribute("Id", r.Id),
                new XAttribute("Type", r.Type),
                new XAttribute("Target", r.Cible),
                r.Externe ? new XAttribute("TargetMode", "External") : null))),
        flux));

    private static XElement Proprietes(IdentiteActe identite)
    {
        var date = identite.Date.ToString("yyyy-MM-dd'T00:00:00Z'", System.Globalization.CultureInfo.InvariantCulture);
        return new(
            Base + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Base),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", Termes),
            new XAttribute(XNamespace.Xmlns + "xsi", Xsi),
            new XElement(Dc + "title", Propre(identite.Titre)),
            new XElement(Dc + "subject", Propre(identite.Sujet)),
            new XElement(Dc + "creator", Propre(identite.Auteur)),
            new XElement(Termes + "created", new XAttribute(Xsi + "type", "dcterms:W3CDTF"), date),
            new XElement(Termes + "modified", new XAttribute(Xsi + "type", "dcterms:W3CDTF"), date),
            new XElement(Dc + "language", identite.Langue));
    }

    private static void Ecrire(ZipArchive archive, string chemin, Action<Stream> contenu)
    {
        var entree = archive.CreateEntry(chemin, CompressionLevel.Optimal);
        entree.LastWriteTime = SansDate;
        using var flux = entree.Open();
        contenu(flux);
    }

    private static void Enregistrer(XElement racine, Stream flux)
    {
        using var ecrivain = XmlWriter.Create(flux, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), racine).Save(ecrivain);
    }
}

/// <summary>Lien d'une partie vers une autre, ou vers une adresse.</summary>
internal sealed record Relation(string Id, string Type, string Cible, bool Externe = false);
