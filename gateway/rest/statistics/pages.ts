import { createHash } from "node:crypto";
import { escapeHtml } from "../../http/escape-html.ts";
import { TABLE_FORMATS } from "./formats.ts";
import type { Section } from "./methods.ts";
import { periodText, type Release } from "./release.ts";

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #ccc; overflow-wrap: anywhere; }
section p, section li { max-width: 45rem; }
a { color: #0b57a4; }
td a { display: inline-block; padding: .25rem .5rem .25rem 0; }
.synthetic { border: 2px solid #a40b0b; padding: .5rem .75rem; }
`;

/** Content-Security-Policy of the pages: only their own inline style. */
export const STATISTICS_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const BASES = {
	PUBLISHED_CASES: "cases that somebody published; no measure of the network",
	REPORTED_RECORDS: "all reported records of closed quarters",
};

const SYNTHETIC =
	'<p class="synthetic"><strong>Synthetic.</strong> These figures are made up, for tests and demonstrations. They say nothing about any real manufacturer or center.</p>';

function pageOf(title: string, body: string): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - Throughline</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

const dayOf = ({ publishedAt }: Release) =>
	`<time datetime="${escapeHtml(publishedAt)}">${escapeHtml(publishedAt.slice(0, 10))}</time>`;

/** The page at /statistics/ for those who do not get the console's: all releases, newest first. */
export function releasesPage(releases: Release[]): string {
	const rows = releases.map(
		(release) =>
			`<tr><th scope="row"><a href="${release.number}/">Release ${release.number}</a></th><td>${dayOf(release)}</td><td>${escapeHtml(BASES[release.basis])}: ${escapeHtml(periodText(release))}${release.synthetic ? " (synthetic)" : ""}</td><td><a href="${release.number}/methods">Methods</a></td></tr>`,
	);
	const list =
		rows.length === 0
			? "<p>No release was published yet.</p>"
			: `<p><a href="latest/">latest/</a> always leads to the newest one.</p>
<table><thead><tr><th scope="col">Release</th><th scope="col">Published</th><th scope="col">Made from</th><th scope="col">Explained</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>`;
	return pageOf(
		"Statistics",
		`${releases.some(({ synthetic }) => synthetic) ? SYNTHETIC : ""}
<p>Statistics about the manufacturers that MEP centers and Manufacturing USA institutes served. They are published in releases; a release never changes.</p>
${list}`,
	);
}

/** The page at /statistics/<release>/: its tables and what explains them. */
export function releasePage(release: Release): string {
	const { number, tables, synthetic, digest, program, note } = release;
	const rows = tables.map(({ id, title }) => {
		const links = Object.entries(TABLE_FORMATS).map(
			([ending, { label }]) => `<a href="${escapeHtml(id)}.${ending}">${label}</a>`,
		);
		return `<tr><th scope="row">${escapeHtml(title)}</th><td>${links.join(" ")}</td></tr>`;
	});
	return pageOf(
		`Statistics, release ${number}`,
		`${synthetic ? SYNTHETIC : ""}
<p>Published on ${dayOf(release)} from ${escapeHtml(BASES[release.basis])}. Covers ${escapeHtml(periodText(release))}.${note ? ` ${escapeHtml(note)}` : ""}</p>
<p><a href="../?release=${number}">Look at its tables</a> as charts and figures. Read the <a href="methods">methods</a> first. The <a href="codebook.csv">codebook</a> explains each column and value, also <a href="csv-metadata.json">for machines</a> (CSV on the Web).</p>
<table><thead><tr><th scope="col">Table</th><th scope="col">Download</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>
<p>Made by ${escapeHtml(program)}; SHA-256 of all cells <code>${escapeHtml(digest)}</code>. <a href="../">All releases</a>.</p>`,
	);
}

function sectionOf({ id, title, lines, list }: Section): string {
	const tag = list ? "li" : "p";
	const items = lines.map((line) => `<${tag}>${escapeHtml(line)}</${tag}>`).join("\n");
	return `<section id="${id}">
<h2>${escapeHtml(title)}</h2>
${list ? `<ul>\n${items}\n</ul>` : items}
</section>`;
}

/** The page at /statistics/<release>/methods. */
export function methodsPage(release: Release, sections: Section[]): string {
	return pageOf(
		`Methods of release ${release.number}`,
		`${release.synthetic ? SYNTHETIC : ""}
<p>How the tables of <a href="./">release ${release.number}</a>, published on ${dayOf(release)}, were made, and how to read them.</p>
${sections.map(sectionOf).join("\n")}`,
	);
}
