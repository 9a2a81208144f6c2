import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { graphiqlAssets } from "./assets.ts";

const WELCOME =
	"# Which manufacturers received which service from which center or institute?\n{\n  trace(first: 5) {\n    nodes { sme { name } kind center { name } institute { name } firstOn }\n  }\n}\n";

/** GraphiQL's editor (Monaco) needs inline styles and workers from blobs. */
export const GRAPHIQL_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"font-src 'self' data:",
	"img-src 'self' data:",
	"connect-src 'self'",
	"worker-src 'self' blob:",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join("; ");

/** The GraphiQL page, with a tab for each `*.graphql` file of `examplesDir`; its files are at `<basePath>/graphiql/`. It begins with `notice`. */
export function graphiqlPage(
	{ script, style, icon }: ReturnType<typeof graphiqlAssets>,
	basePath: string,
	examplesDir: string | undefined,
	notice = "",
): string {
	const examples =
		examplesDir && existsSync(examplesDir)
			? readdirSync(examplesDir)
					.filter((file) => file.endsWith(".graphql"))
					.sort()
					.map((file) => readFileSync(join(examplesDir, file), "utf8"))
			: [];
	// Without a tab, GraphiQL is blank.
	const tabs = examples.length > 0 ? examples : [WELCOME];
	const options = JSON.stringify({
		endpoint: `${basePath}/graphql`,
		title: "Throughline",
		// Proof that this is a page of the hub, without which a session does not count.
		additionalHeaders: { "apollo-require-preflight": "1" },
		defaultQuery: tabs[0],
		defaultTabs: tabs.map((query) => ({ query })),
	}).replaceAll("<", "\\u003c");
	const at = (name: string) => `${basePath}/graphiql/${name}`;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Throughline</title>
<link rel="icon" href="${at(icon.name)}">
<link rel="stylesheet" href="${at(style.name)}">
</head>
<body id="body" class="no-focus-outline">
<noscript>GraphiQL needs JavaScript. Without it, send queries to ${basePath}/graphql by POST.</noscript>
${notice}
<div id="root"></div>
<script id="options" type="application/json">${options}</script>
<script src="${at(script.name)}"></script>
</body>
</html>
`;
}
