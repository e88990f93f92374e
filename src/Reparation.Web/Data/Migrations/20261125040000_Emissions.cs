using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reparation.Web.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(DossiersDb))]
    [Migration("20261125040000_Emissions")]
    public partial class Emissions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Emissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Auteur = table.Column<Guid>(type: "TEXT", nullable: false),
                    Le = table.Column<long>(type: "INTEGER", nullable: false),
                    Fiche = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Octets = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Emissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Emissions_Comptes_Auteur",
                        column: x => x.Auteur,
                        principalTable: "Comptes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Emissions_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Envois",
                columns: table => new
                {
                    EmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rang = table.Column<int>(type: "INTEGER", nullable: false),
                    Contenu = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Envois", x => new { x.EmissionId, x.Rang });
                    table.ForeignKey(
                        name: "FK_Envois_Emissions_EmissionId",
                        column: x => x.EmissionId,
                        principalTable: "Emissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Emissions_Auteur",
                table: "Emissions",
                column: "Auteur");

            migrationBuilder.CreateIndex(
                name: "IX_Emissions_DossierId",
                table: "Emissions",
                column: "DossierId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Envois");

            migrationBuilder.DropTable(
                name: "Emissions");
        }
    }
}
