using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Reparation.Web.Demarrage;

/// <summary>
/// Écrit une panne au journal sans le message de l'exception, qui peut citer une saisie : le type, l'endroit du code et la
/// route y suffisent.
/// </summary>
internal sealed class JournalDesPannes(ILogger<JournalDesPannes> journal) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var route = (httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(aucune)";
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            journal.LogError(
                "Panne {Type} sur {Methode} {Route}{Pile}",
                cause.GetType().FullName, httpContext.Request.Method, route, Environment.NewLine + new StackTrace(cause, fNeedFileInfo: false));
        }

        return ValueTask.FromResult(false);
    }
}
