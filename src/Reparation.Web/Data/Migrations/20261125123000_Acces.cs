using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reparation.Web.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(DossiersDb))]
    [Migration("20261125123000_Acces")]
    public partial class Acces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(name: "Metier", table: "Comptes", type: "INTEGER", nullable: false, defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "Acces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Qualite = table.Column<int>(type: "INTEGER", nullable: false),
                    Par = table.Column<Guid>(type: "TEXT", nullable: false),
                    Le = table.Column<long>(type: "INTEGER", nullable: false),
                    FinLe = table.Column<long>(type: "INTEGER", nullable: true),
                    RetirePar = table.Column<Guid>(type: "TEXT", nullable: true),
                    RetireLe = table.Column<long>(type: "INTEGER", nullable: true),
                    Preuve = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Acces_Comptes_CompteId",
                        column: x => x.CompteId,
                        principalTable: "Comptes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Acces_Comptes_Par",
                        column: x => x.Par,
                        principalTable: "Comptes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Acces_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(name: "IX_Acces_CompteId", table: "Acces", column: "CompteId");

            migrationBuilder.CreateIndex(
                name: "IX_Acces_DossierId_CompteId",
                table: "Acces",
                columns: new[] { "DossierId", "CompteId" },
                unique: true,
                filter: "RetireLe IS NULL");

            migrationBuilder.CreateIndex(name: "IX_Acces_Par", table: "Acces", column: "Par");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Acces");

            migrationBuilder.DropColumn(name: "Metier", table: "Comptes");
        }
    }
}
