using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reparation.Web.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(DossiersDb))]
    [Migration("20261125150000_Confiance")]
    public partial class Confiance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE \"Comptes\" DROP COLUMN \"Jeton\"");

            migrationBuilder.AddColumn<byte[]>(name: "Second", table: "Comptes", type: "BLOB", nullable: true);

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OuverteLe = table.Column<long>(type: "INTEGER", nullable: false),
                    VueLe = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmeeLe = table.Column<long>(type: "INTEGER", nullable: false),
                    Appareil = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sessions_Comptes_CompteId",
                        column: x => x.CompteId,
                        principalTable: "Comptes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Index = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Par = table.Column<Guid>(type: "TEXT", nullable: false),
                    Le = table.Column<long>(type: "INTEGER", nullable: false),
                    FinLe = table.Column<long>(type: "INTEGER", nullable: false),
                    Contenu = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Index);
                    table.ForeignKey(
                        name: "FK_Invitations_Comptes_Par",
                        column: x => x.Par,
                        principalTable: "Comptes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClesDAcces",
                columns: table => new
                {
                    Index = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CompteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Contenu = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClesDAcces", x => x.Index);
                    table.ForeignKey(
                        name: "FK_ClesDAcces_Comptes_CompteId",
                        column: x => x.CompteId,
                        principalTable: "Comptes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(name: "IX_Sessions_CompteId", table: "Sessions", column: "CompteId");

            migrationBuilder.CreateIndex(name: "IX_Invitations_Par", table: "Invitations", column: "Par");

            migrationBuilder.CreateIndex(name: "IX_ClesDAcces_CompteId", table: "ClesDAcces", column: "CompteId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ClesDAcces");

            migrationBuilder.DropTable(name: "Invitations");

            migrationBuilder.DropTable(name: "Sessions");

            migrationBuilder.Sql("ALTER TABLE \"Comptes\" DROP COLUMN \"Second\"");

            migrationBuilder.AddColumn<Guid>(name: "Jeton", table: "Comptes", type: "TEXT", nullable: false, defaultValue: Guid.Empty);
        }
    }
}
