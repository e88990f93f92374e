#!/usr/bin/env bash
# Refait les deux images du README depuis un dossier fictif : la page de chiffrage, et la première page de la requête.
# Demande Chromium et poppler-utils. Usage : tests/images.sh
set -euo pipefail
cd "$(dirname "$0")/.."
travail=$(mktemp -d)
port=5090
dotnet build Reparation.sln -v quiet
dotnet run --no-build --project src/Reparation.Web -- --demonstration --urls "http://127.0.0.1:$port" >"$travail/journal" 2>&1 &
application=$!
trap 'kill $application 2>/dev/null || true; rm -rf "$travail"' EXIT
for _ in $(seq 60); do
  grep -q "127.0.0.1:$port" "$travail/journal" && break
  sleep 1
done

accueil=$(curl -sf "http://127.0.0.1:$port/")
dossier=$(grep -A40 'FICTIF-2026-002' <<<"$accueil" | grep -oE '/dossiers/[0-9a-f-]{36}/chiffrage' | head -1)
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --hide-scrollbars --lang=fr --user-data-dir="$travail/profil" \
  --window-size=1200,1400 --force-device-scale-factor=0.75 --screenshot="$travail/chiffrage.png" \
  "http://127.0.0.1:$port$dossier" >/dev/null 2>&1

dotnet run --no-build --project src/Reparation.Cli -- acte civi/requete templates/exemples/2-proxenetisme.json -o "$travail/requete.pdf" >/dev/null
pdftoppm -r 70 -f 1 -l 1 -png -singlefile "$travail/requete.pdf" "$travail/requete"
mkdir -p docs
cp "$travail/chiffrage.png" "$travail/requete.png" docs/
ls -l docs/*.png
