import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderGraphiQL } from "@graphql-yoga/render-graphiql";

const WELCOME =
	"# Which manufacturers received which service from which center or institute?\n{\n  trace(first: 5) {\n    nodes { sme { name } kind center { name } institute { name } firstOn }\n  }\n}\n";

/** On a narrow screen GraphiQL's question stands above its answer, not beside it. */
const NARROW =
	"<style>@media (max-width: 700px) { #graphiql-session { flex-direction: column } .graphiql-horizontal-drag-bar { display: none } }</style>";

/** The GraphiQL page with all its assets inside, and a tab for each `*.graphql` file of `examplesDir`. */
export function graphiqlPage(examplesDir: string | undefined): string {
	const examples =
		examplesDir && existsSync(examplesDir)
			? readdirSync(examplesDir)
					.filter((file) => file.endsWith(".graphql"))
					.sort()
					.map((file) => readFileSync(join(examplesDir, file), "utf8"))
			: [];
	const page = renderGraphiQL({
		endpoint: "/graphql",
		title: "Throughline",
		defaultQuery: examples[0] ?? WELCOME,
		defaultTabs: examples.map((query) => ({ query })),
	} as Parameters<typeof renderGraphiQL>[0]);
	return page.replace("</head>", `${NARROW}</head>`);
}
