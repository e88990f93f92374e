using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Reparation.Web.Data;

namespace Reparation.Web.Features.Sante;

/// <summary>Dit à une sonde que l'application et sa base répondent. Ne dit rien d'autre.</summary>
[AllowAnonymous]
[Route("sante")]
public sealed class SanteController(DossiersDb db) : Controller
{
    private static readonly string Version =
        typeof(SanteController).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken annulation)
    {
        await db.Parametres.CountAsync(annulation);
        return Content($"ok {Version}\n", "text/plain; charset=utf-8");
    }
}
