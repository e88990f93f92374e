using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Reparation.Web.Data;

/// <summary>La base : dossiers, versions, fiches, contenus des pièces, comptes.</summary>
public sealed class DossiersDb(DbContextOptions<DossiersDb> options) : DbContext(options)
{
    public DbSet<LigneDossier> Dossiers => Set<LigneDossier>();

    public DbSet<LigneAcces> Acces => Set<LigneAcces>();

    public DbSet<LigneVersion> Versions => Set<LigneVersion>();

    public DbSet<LigneBrouillon> Brouillons => Set<LigneBrouillon>();

    public DbSet<LigneFiche> Fiches => Set<LigneFiche>();

    public DbSet<LigneEmission> Emissions => Set<LigneEmission>();

    public DbSet<LigneEnvoi> Envois => Set<LigneEnvoi>();

    public DbSet<LigneContenu> Contenus => Set<LigneContenu>();

    public DbSet<LigneMorceau> Morceaux => Set<LigneMorceau>();

    public DbSet<LigneCompte> Comptes => Set<LigneCompte>();

    public DbSet<LigneConsultation> Consultations => Set<LigneConsultation>();

    public DbSet<LigneSession> Sessions => Set<LigneSession>();

    public DbSet<LigneInvitation> Invitations => Set<LigneInvitation>();

    public DbSet<LigneCleDAcces> ClesDAcces => Set<LigneCleDAcces>();

    public DbSet<LigneParametre> Parametres => Set<LigneParametre>();

    public DbSet<LigneCleDeProtection> ClesDeProtection => Set<LigneCleDeProtection>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // SQLite ne sait ni comparer ni trier un DateTimeOffset : l'instant UTC en ticks, exact et ordonné.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantUtc>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<LigneDossier>(d =>
        {
            d.ToTable("Dossiers").HasIndex(l => l.Proprietaire);
            d.HasOne<LigneCompte>().WithMany().HasForeignKey(l => l.Proprietaire).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<LigneAcces>(a =>
        {
            a.ToTable("Acces").HasIndex(l => l.CompteId);
            // Un seul accès ouvert par personne et par dossier ; les retirés restent, en nombre quelconque.
            a.HasIndex(l => new { l.DossierId, l.CompteId }).IsUnique().HasFilter("RetireLe IS NULL");
            a.HasOne<LigneDossier>().WithMany().HasForeignKey(l => l.DossierId).OnDelete(DeleteBehavior.Cascade);
            a.HasOne<LigneCompte>().WithMany().HasForeignKey(l => l.CompteId).OnDelete(DeleteBehavior.Restrict);
            a.HasOne<LigneCompte>().WithMany().HasForeignKey(l => l.Par).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<LigneVersion>(v =>
        {
            // L'unicité du couple est la concurrence optimiste : deux enregistrements partis de la même version
            // ne peuvent pas réussir tous les deux.
            v.ToTable("Versions").HasKey(l => new { l.DossierId, l.Numero });
            v.HasOne<LigneDossier>().WithMany().HasForeignKey(l => l.DossierId).OnDelete(DeleteBehavior.Cascade);
            v.HasOne<LigneCompte>().WithMany().HasForeignKey(l => l.Auteur).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<LigneBrouillon>(b =>
        {
            b.ToTable("Brouillons").HasKey(l => new { l.DossierId, l.CompteId, l.Page });
            b.HasOne<LigneDossier>().WithMany().HasForeignKey(l => l.DossierId).OnDelete(DeleteBehavior.Cascade);
            b.HasOne<LigneCompte>().WithMany().HasForeignKey(l => l.CompteId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<LigneFiche>(f =>
        {
            f.ToTable("Fiches").HasKey(l => l.DossierId);
            f.HasOne<LigneDossier>().WithOne().HasForeignKey<LigneFiche>(l => l.DossierId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<LigneEmission>(e =>
        {
            e.ToTable("Emissions").HasIndex(l => l.DossierId);
            e.HasOne<LigneDossier>().WithMany().HasForeignKey(l => l.DossierId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<LigneCompte>().WithMany().HasForeignKey(l => l.Auteur).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<LigneEnvoi>(e =>
        {
            e.ToTable("Envois").HasKey(l => new { l.EmissionId, l.Rang });
            e.HasOne<LigneEmission>().WithMany().HasForeignKey(l => l.EmissionId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<LigneContenu>(c =>
        {
            c.ToTable("Contenus").HasIndex(l => new { l.DossierId, l.Index }).IsUnique();
            c.HasOne<LigneDossier>().WithMany().HasForeignKey(l => l.DossierId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<LigneMorceau>(m =>
        {
            m.ToTable("Morceaux").HasKey(l => new { l.ContenuId, l.Rang });
            m.HasOne<LigneContenu>().WithMany().HasForeignKey(l => l.ContenuId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<LigneCompte>().ToTable("Comptes").HasIndex(l => l.IndexCourriel).IsUnique();
        modelBuilder.Entity<LigneConsultation>(e =>
        {
            e.ToTable("Consultations").HasKey(l => l.Rang);
            e.Property(l => l.Rang).ValueGeneratedNever();
            e.HasIndex(l => new { l.DossierId, l.Rang });
        });
        modelBuilder.Entity<LigneSession>(e =>
        {
            e.ToTable("Sessions").HasIndex(l => l.CompteId);
            e.HasOne<LigneCompte>().WithMany().HasForeignKey(l => l.CompteId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<LigneInvitation>(e =>
        {
            e.ToTable("Invitations").HasKey(l => l.Index);
            e.HasOne<LigneCompte>().WithMany().HasForeignKey(l => l.Par).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<LigneCleDAcces>(e =>
        {
            e.ToTable("ClesDAcces").HasKey(l => l.Index);
            e.HasOne<LigneCompte>().WithMany().HasForeignKey(l => l.CompteId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<LigneParametre>().ToTable("Parametres").HasKey(l => l.Nom);
        modelBuilder.Entity<LigneCleDeProtection>().ToTable("ClesDeProtection");
    }

    private sealed class InstantUtc() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
