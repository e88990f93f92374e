using System.Collections;

namespace Reparation.Domain.Postes;

/// <summary>Liste calculée une seule fois, à sa première lecture.</summary>
internal sealed class ListeALaLecture<T>(Func<IReadOnlyList<T>> calculer) : IReadOnlyList<T>
{
    private readonly Lazy<IReadOnlyList<T>> _liste = new(calculer);

    public int Count => _liste.Value.Count;

    public T this[int index] => _liste.Value[index];

    public IEnumerator<T> GetEnumerator() => _liste.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
