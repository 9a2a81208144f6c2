import { createHash } from "node:crypto";
import { NOTICE_STYLE } from "../sandbox-notice.ts";
import { FORMATS } from "./catalog.ts";
import { DICTIONARY } from "./dictionary.ts";
import { TABLES } from "./tables.ts";

const STYLE = `
${NOTICE_STYLE}
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #ccc; }
td:last-child { white-space: nowrap; }
a { color: #0b57a4; }
td a { display: inline-block; padding: .25rem .5rem .25rem 0; }
@media (max-width: 40rem) { thead { display: none; } tr, th, td { display: block; border: 0; padding: .15rem 0; } tr { border-bottom: 1px solid #ccc; padding: .75rem 0; } td a { padding: .6rem 1.5rem .6rem 0; } }
`;

/** Content-Security-Policy of the page: only its own inline style. */
export const DATA_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The HTML page at /data/, which begins with `notice`. All text is our own, so nothing needs escaping. */
export function dataPage(notice: string): string {
	const rows = [...TABLES, DICTIONARY].map(({ name, title, description }) => {
		const links = Object.entries(FORMATS).map(
			([ending, { label }]) => `<a href="${name}.${ending}">${label}</a>`,
		);
		return `<tr id="${name}"><th scope="row">${title}</th><td>${description.replace(/`(.+?)`/g, "<code>$1</code>")}</td><td>${links.join(" ")}</td></tr>`;
	});
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Open data - Throughline</title>
<link rel="alternate" type="application/ld+json" href="catalog.jsonld">
<style>${STYLE}</style>
</head>
<body>
<main>
${notice}
<h1>Open data</h1>
<p>The reference data of this hub and its public records, each row with its source and date. The <a href="#${DICTIONARY.name}">data dictionary</a> explains each column; the <a href="catalog.jsonld">DCAT catalogue</a> is machine-readable. The CSV files open in spreadsheets; text that a spreadsheet would run as a formula is prefixed with an apostrophe.</p>
<table><thead><tr><th scope="col">Table</th><th scope="col">Content</th><th scope="col">Download</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>
</main>
</body>
</html>
`;
}
