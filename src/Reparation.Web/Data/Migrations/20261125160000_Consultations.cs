using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reparation.Web.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(DossiersDb))]
    [Migration("20261125160000_Consultations")]
    public partial class JournalDesConsultations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Consultations",
                columns: table => new
                {
                    Rang = table.Column<long>(type: "INTEGER", nullable: false),
                    Le = table.Column<long>(type: "INTEGER", nullable: false),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Contenu = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Chaine = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_Consultations", x => x.Rang));

            migrationBuilder.CreateIndex(name: "IX_Consultations_DossierId_Rang", table: "Consultations", columns: new[] { "DossierId", "Rang" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Consultations");
        }
    }
}
