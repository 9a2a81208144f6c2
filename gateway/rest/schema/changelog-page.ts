import { createHash } from "node:crypto";
import { escapeHtml } from "../../http/escape-html.ts";
import { NOTICE_STYLE } from "../sandbox-notice.ts";

/** One entry of the changelog, as returned by the graph. */
export type ChangelogEntry = {
	version: number;
	previous: number | null;
	servedAt: string;
	parts: Array<{ name: string; version: number }>;
	changes: Array<{ criticality: string; path: string; message: string }>;
	totalChanges: number;
};

const STYLE = `
${NOTICE_STYLE}
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #ccc; overflow-wrap: anywhere; }
a { color: #0b57a4; }
`;

/** Content-Security-Policy of the page: only its own inline style. */
export const CHANGELOG_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const LABEL: Record<string, string> = {
	BREAKING: "Breaking",
	DANGEROUS: "Dangerous",
	NON_BREAKING: "Not breaking",
};

function sectionOf({ version, previous, servedAt, parts, changes, totalChanges }: ChangelogEntry) {
	const partners = parts.filter((part) => part.version > 0);
	const names = partners.map((part) => `${escapeHtml(part.name)} ${part.version}`).join(", ");
	const since = previous === null ? "the first stored version" : `after version ${previous}`;
	const rows = changes.map(
		({ criticality, path, message }) =>
			`<tr><td>${LABEL[criticality] ?? ""}</td><td><code>${escapeHtml(path)}</code></td><td>${escapeHtml(message)}</td></tr>`,
	);
	const table =
		rows.length === 0
			? "<p>No changes for clients.</p>"
			: `<table><thead><tr><th scope="col">Effect</th><th scope="col">Where</th><th scope="col">Change</th></tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table>`;
	const more = totalChanges - changes.length;
	return `<section id="v${version}">
<h2>Version ${version}</h2>
<p>Served since <time datetime="${escapeHtml(servedAt)}">${escapeHtml(servedAt.slice(0, 16).replace("T", " "))} UTC</time>, ${since}. Partners: ${names || "none"}.</p>
${table}${more > 0 ? `\n<p>And ${more} more.</p>` : ""}
</section>`;
}

/** The changelog as an HTML page, which begins with `notice`. Names and messages come from partners' schemas and are escaped. */
export function changelogPage(entries: readonly ChangelogEntry[], notice: string): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Schema changelog - Throughline</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${notice}
<h1>Schema changelog</h1>
<p>Changes of the schema for clients, newest first. Also available as JSON; <code>?from=3&amp;to=5</code> compares two versions.</p>
${entries.map(sectionOf).join("\n")}
</main>
</body>
</html>
`;
}
