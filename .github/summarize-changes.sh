#!/usr/bin/env bash
# Prints, as Markdown, what has changed in each spec since a commit: summarize-changes.sh COMMIT
# It reports and never judges: its exit code is 0 unless it cannot do its work.
set -euo pipefail
cd "$(git rev-parse --show-toplevel)"
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true

base=$(mktemp -d)
trap 'rm -rf "$base"' EXIT
git archive "$1" specs | tar -x -C "$base"

for spec in specs/*/openapi.yaml; do
  api=$(basename "$(dirname "$spec")")
  if [ ! -f "$base/$spec" ]; then
    printf '## %s\n\nThis API is new.\n\n' "$api"
    continue
  fi
  # Redocly answers 1 both for "breaking" and for "crashed": only an empty report is a crash.
  report=$(npx --no-install redocly diff "$base/$spec" "$spec" --format markdown --fail-on none --config .github/redocly-diff.yaml) || true
  if [ -z "$report" ]; then
    printf '## %s\n\nThe specs cannot be compared; see the lint below.\n\n' "$api"
    continue
  fi
  printf '## %s\n\n%s\n\n' "$api" "$(printf '%s\n' "$report" | sed -e '1{/^## /d}' -e "s#$base/##g")"
done

for spec in "$base"/specs/*/openapi.yaml; do
  api=$(basename "$(dirname "$spec")")
  [ -f "specs/$api/openapi.yaml" ] || printf '## %s\n\nThis API is gone.\n\n' "$api"
done
