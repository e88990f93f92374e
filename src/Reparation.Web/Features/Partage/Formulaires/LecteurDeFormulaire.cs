using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Web.Features.Partage.Formulaires;

/// <summary>
/// Pose ce qui a été tapé sur un enregistrement du Domaine. Un formulaire ne montre qu'une partie du dossier : ce qu'il ne
/// montre pas garde sa valeur. Le lieur de MVC ne convient pas : il ne remplit pas une liste immuable déjà vide, et il
/// remettrait à zéro les champs absents de la page.
/// </summary>
public sealed partial class LecteurDeFormulaire(ModelStateDictionary etat)
{
    /// <summary>Lit l'enregistrement de ce nom, en partant de <paramref name="depart"/>.</summary>
    public T Lire<T>(T depart, Noeud noeud, string nom)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(depart);
        ArgumentNullException.ThrowIfNull(noeud);
        return (T)Objet(depart, noeud, nom);
    }

    /// <summary>Retire les lignes restées vierges, à tous les étages.</summary>
    public static void RetirerLesVierges(Noeud noeud, Type type)
    {
        foreach (var propriete in Proprietes(type))
        {
            if (noeud.Membre(propriete.Name) is not { } membre)
            {
                continue;
            }

            if (TypeDesLignes(propriete.PropertyType) is { } ligne)
            {
                foreach (var enfant in membre.Lignes ?? [])
                {
                    RetirerLesVierges(enfant, ligne);
                }

                membre.RetirerLignes(l => EstVierge(l, ligne));
            }
            else if (EstEnregistrement(propriete.PropertyType))
            {
                RetirerLesVierges(membre, propriete.PropertyType);
            }
        }
    }

    private static bool EstVierge(Noeud noeud, Type type)
    {
        var neuf = Activator.CreateInstance(type)!;
        return Proprietes(type).All(p =>
        {
            if (p.Name == "Id" || noeud.Membre(p.Name) is not { } membre)
            {
                return true;
            }

            if (TypeDesLignes(p.PropertyType) is not null)
            {
                return membre.Lignes is not { Count: > 0 };
            }

            var textes = (membre.Textes ?? StringValues.Empty).Where(t => !string.IsNullOrWhiteSpace(t)).ToList();
            return textes.Count == 0 || (!EstUnChoixMultiple(p.PropertyType)
                && textes[0] == TexteDeChamp.PourChamp(p.GetValue(neuf)));
        });
    }

    private object Objet(object depart, Noeud noeud, string nom)
    {
        var type = depart.GetType();
        // La copie d'un enregistrement : ce que fait « with ».
        var objet = type.GetMethod("<Clone>$")!.Invoke(depart, null)!;
        foreach (var propriete in Proprietes(type))
        {
            if (noeud.Membre(propriete.Name) is { } membre)
            {
                Propriete(objet, propriete, membre, $"{nom}.{propriete.Name}");
            }
        }

        FinApresDebut(objet, nom);
        return objet;
    }

    private void Propriete(object objet, PropertyInfo propriete, Noeud noeud, string nom)
    {
        var type = propriete.PropertyType;
        if (TypeDesLignes(type) is { } ligne)
        {
            propriete.SetValue(objet, Lignes((IEnumerable)propriete.GetValue(objet)!, ligne, noeud, nom));
        }
        else if (type == typeof(IReadOnlyList<string>))
        {
            propriete.SetValue(objet, Choix(propriete, noeud, nom));
        }
        else if (EstUnChoixMultiple(type))
        {
            propriete.SetValue(objet, Valeurs(type.GetGenericArguments()[0], noeud, nom));
        }
        else if (EstEnregistrement(type))
        {
            var lu = EstVierge(noeud, type) && PeutManquer(propriete)
                ? null
                : Objet(propriete.GetValue(objet) ?? Activator.CreateInstance(type)!, noeud, nom);
            propriete.SetValue(objet, lu);
        }
        else if (noeud.Textes is { } textes)
        {
            etat.SetModelValue(nom, textes.ToArray(), textes.ToString());
            // Une entrée ni valide ni fautive rend tout l'état invalide : elle est tenue pour valide jusqu'à preuve du contraire.
            etat.MarkFieldValid(nom);
            // Une case cochée envoie « true » puis le « false » de son champ caché.
            var texte = textes.Count == 0 ? "" : type == typeof(bool) ? textes[0] ?? "" : textes[^1] ?? "";
            if (Scalaire(type, texte, out var valeur) is { } erreur)
            {
                etat.AddModelError(nom, erreur);
                return;
            }

            if (texte.Length > 0 || type != typeof(int))
            {
                // Hors bornes, la valeur n'entre pas au calcul ; le champ, lui, remontre ce qui a été tapé.
                if (Valider(propriete, valeur, nom))
                {
                    propriete.SetValue(objet, valeur);
                }
            }
        }
    }

    private Array Lignes(IEnumerable depart, Type type, Noeud noeud, string nom)
    {
        var anciennes = depart.Cast<object>().ToList();
        var identifiant = type.GetProperty("Id");
        var noeuds = noeud.Lignes ?? [];
        if (noeuds.Count > Coherence.ElementsMaximaux)
        {
            etat.AddModelError("", Messages.TropDeLignes);
            noeuds = [.. noeuds.Take(Coherence.ElementsMaximaux)];
        }

        var lignes = Array.CreateInstance(type, noeuds.Count);
        for (var i = 0; i < noeuds.Count; i++)
        {
            var id = identifiant is null ? null : noeuds[i].Membre("Id")?.Textes?.ToString();
            var base_ = (string.IsNullOrEmpty(id) ? null : anciennes.Find(a => (string?)identifiant!.GetValue(a) == id))
                ?? Activator.CreateInstance(type)!;
            lignes.SetValue(Objet(base_, noeuds[i], $"{nom}[{i.ToString(CultureInfo.InvariantCulture)}]"), i);
        }

        NumeroterLesPieces(lignes, noeuds);
        if (identifiant is not null && Identifiants.Connait(type))
        {
            Nommer(lignes, anciennes, identifiant, type);
        }

        return lignes;
    }

    // Une pièce sans numéro prend le suivant ; les numéros déjà communiqués ne bougent pas.
    private static void NumeroterLesPieces(Array lignes, IReadOnlyList<Noeud> noeuds)
    {
        if (lignes is not Piece[] pieces)
        {
            return;
        }

        bool SansNumero(int i) => string.IsNullOrWhiteSpace(noeuds[i].Membre(nameof(Piece.Numero))?.Textes?.ToString());
        var suivant = pieces.Where((_, i) => !SansNumero(i)).Select(p => p.Numero).DefaultIfEmpty(0).Max() + 1;
        for (var i = 0; i < pieces.Length; i++)
        {
            if (SansNumero(i))
            {
                pieces[i] = pieces[i] with { Numero = suivant++ };
            }
        }
    }

    // L'identifiant d'une ligne retirée n'est pas redonné : une citation restée ailleurs désignerait autre chose.
    private static void Nommer(Array lignes, List<object> anciennes, PropertyInfo identifiant, Type type)
    {
        var pris = lignes.Cast<object>().Concat(anciennes)
            .Select(l => (string)identifiant.GetValue(l)!).ToHashSet(StringComparer.Ordinal);
        foreach (var ligne in lignes)
        {
            if ((string)identifiant.GetValue(ligne)! is { Length: 0 })
            {
                identifiant.SetValue(ligne, Identifiants.Prendre(type, pris));
            }
        }
    }

    private string[] Choix(PropertyInfo propriete, Noeud noeud, string nom)
    {
        string[] choix = [.. (noeud.Textes ?? StringValues.Empty).Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()).Distinct()];
        foreach (var un in choix)
        {
            Valider(propriete, un, nom);
        }

        return choix;
    }

    // Valeurs d'une énumération, cochées ; une valeur inconnue est refusée, les autres restent.
    private Array Valeurs(Type type, Noeud noeud, string nom)
    {
        List<object> lues = [];
        foreach (var texte in (noeud.Textes ?? StringValues.Empty).Where(t => !string.IsNullOrWhiteSpace(t)).Distinct())
        {
            if (Scalaire(type, texte!, out var valeur) is { } erreur)
            {
                etat.AddModelError(nom, erreur);
            }
            else
            {
                lues.Add(valeur!);
            }
        }

        var valeurs = Array.CreateInstance(type, lues.Count);
        lues.Select((v, i) => (v, i)).ToList().ForEach(l => valeurs.SetValue(l.v, l.i));
        return valeurs;
    }

    private bool Valider(PropertyInfo propriete, object? valeur, string nom)
    {
        var enfreintes = propriete.GetCustomAttributes<ValidationAttribute>().Where(r => !r.IsValid(valeur)).ToList();
        enfreintes.ForEach(r => etat.AddModelError(nom, r.FormatErrorMessage(nom)));
        return enfreintes.Count == 0;
    }

    private void FinApresDebut(object objet, string nom)
    {
        foreach (var (debut, fin) in new[] { ("Du", "Au"), ("Depuis", "Jusqua") })
        {
            if (objet.GetType().GetProperty(debut)?.GetValue(objet) is DateOnly du
                && objet.GetType().GetProperty(fin)?.GetValue(objet) is DateOnly au && au < du)
            {
                etat.AddModelError($"{nom}.{fin}", Messages.FinAvantDebut(du, au));
            }
        }
    }

    private static string? Scalaire(Type type, string texte, out object? valeur)
    {
        var nu = Nullable.GetUnderlyingType(type) ?? type;
        var vide = string.IsNullOrWhiteSpace(texte);
        valeur = null;
        if (nu == typeof(string))
        {
            valeur = texte.ReplaceLineEndings("\n").Trim();
            return null;
        }

        if (vide)
        {
            valeur = nu == type ? Activator.CreateInstance(type) : null;
            return null;
        }

        if (nu == typeof(bool))
        {
            valeur = texte == "true";
            return null;
        }

        if (nu.IsEnum)
        {
            var connu = Enum.TryParse(nu, texte, ignoreCase: true, out valeur) && Enum.IsDefined(nu, valeur!);
            return connu ? null : Messages.Choix;
        }

        if (nu == typeof(DateOnly))
        {
            var lue = LireDate(texte, out var date) && Coherence.EstUneDate(date);
            valeur = date;
            return lue ? null : Messages.Date;
        }

        // « 12.500 » : pour une somme, trois chiffres après un point sont des milliers, jamais des centimes.
        var tape = nu == typeof(Montant) && MilliersPointes().IsMatch(texte) ? texte.Replace(".", "", StringComparison.Ordinal) : texte;
        if (!Francais.LireNombre(tape, out var nombre))
        {
            return nu == typeof(Montant) ? Messages.Somme : Messages.Nombre;
        }

        if (nu == typeof(Montant))
        {
            return Somme(nombre, out valeur);
        }

        if (nu == typeof(int))
        {
            if (nombre != decimal.Truncate(nombre) || Math.Abs(nombre) > int.MaxValue)
            {
                return Messages.Entier;
            }

            valeur = (int)nombre;
            return null;
        }

        valeur = nombre;
        return null;
    }

    private static string? Somme(decimal nombre, out object? valeur)
    {
        valeur = null;
        if (nombre < 0)
        {
            return Messages.SommeNegative;
        }

        if (nombre > Montant.Plafond)
        {
            return Messages.SommeTropGrande;
        }

        if (decimal.Round(nombre, 2) != nombre)
        {
            return Messages.SommeTropFine;
        }

        valeur = Montant.DeEuros(nombre);
        return null;
    }

    /// <summary>Date du champ date (ISO) ou tapée à la française.</summary>
    public static bool LireDate(string texte, out DateOnly date) => DateOnly.TryParseExact(
        texte.Trim(), ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    // Un fichier ne se déclare pas : le dépôt seul l'attache à sa pièce.
    private static IEnumerable<PropertyInfo> Proprietes(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p is { CanWrite: true, Name: not ("Format" or nameof(Piece.Fichier)) } && p.GetIndexParameters().Length == 0);

    private static Type? TypeDesLignes(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && !EstUnChoixMultiple(type)
            ? type.GetGenericArguments()[0]
            : null;

    private static bool EstUnChoixMultiple(Type type) =>
        type == typeof(IReadOnlyList<string>)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && type.GetGenericArguments()[0].IsEnum);

    private static bool EstEnregistrement(Type type) => type.IsClass && type != typeof(string);

    [GeneratedRegex(@"^\s*[1-9]\d{0,2}(\.\d{3})+\s*€?\s*$")]
    private static partial Regex MilliersPointes();

    private static bool PeutManquer(PropertyInfo propriete) =>
        new NullabilityInfoContext().Create(propriete).WriteState == NullabilityState.Nullable;
}
