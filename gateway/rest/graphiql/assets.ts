import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import { NOTICE_STYLE } from "../sandbox-notice.ts";

/** A file of the page. Its name contains a hash of its content, so it can be cached forever. */
export type Asset = {
	name: string;
	type: string;
	/** Its bytes; compressed on first use, then cached. */
	bytes(encoding: string): Promise<Buffer>;
};

/** On a narrow screen, shows the query above the result instead of beside it. */
const NARROW =
	"@media (max-width: 700px) { #graphiql-session { flex-direction: column } .graphiql-horizontal-drag-bar { display: none } }";

/** GraphiQL fills the window; where a notice stands above it, the rest of the window. */
const WITH_NOTICE = `${NOTICE_STYLE} #sandbox { font: 14px/1.5 system-ui, sans-serif; } body:has(#sandbox) { display: flex; flex-direction: column; height: 100vh; } #sandbox ~ #root { flex: 1; min-height: 0; height: auto; } #sandbox ~ #root .graphiql-container { height: 100%; }`;

/** Starts GraphiQL with the options in the page. */
const START = `
YogaGraphiQL.renderYogaGraphiQL(
	document.querySelector("#root"),
	JSON.parse(document.querySelector("#options").textContent),
);`;

const COMPRESSORS: Record<string, (bytes: Buffer) => Promise<Buffer>> = {
	br: (bytes) =>
		promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }),
	gzip: promisify(gzip),
};

function assetOf(name: string, extension: string, type: string, content: string | Buffer): Asset {
	const plain = Buffer.from(content as string);
	const hash = createHash("sha256").update(plain).digest("hex").slice(0, 16);
	const compressed = new Map<string, Promise<Buffer>>();
	return {
		name: `${name}.${hash}.${extension}`,
		type,
		async bytes(encoding) {
			const compress = COMPRESSORS[encoding];
			if (!compress) return plain;
			const result = compressed.get(encoding) ?? compress(plain);
			compressed.set(encoding, result);
			return result;
		},
	};
}

function between(text: string, start: string, end: string, from = 0): string {
	const first = text.indexOf(start, from);
	const last = text.indexOf(end, first + start.length);
	if (first < 0 || last < 0)
		throw new Error(`The page of @graphql-yoga/render-graphiql does not contain ${start}`);
	return text.slice(first + start.length, last);
}

/** Splits GraphiQL into files: the package returns one page of 9 MB. */
export function graphiqlAssets(): { script: Asset; style: Asset; icon: Asset; all: Asset[] } {
	const page = renderGraphiQL({});
	const inline = page.slice(page.indexOf("</noscript>"));
	const code = between(inline, "<script>", "YogaGraphiQL.renderYogaGraphiQL(");
	const icon = between(page, 'href="data:image/x-icon;base64,', '"');
	const style = assetOf(
		"style",
		"css",
		"text/css",
		between(page, "<style>", "</style>") + NARROW + WITH_NOTICE,
	);
	const script = assetOf("app", "js", "text/javascript", code + START);
	const favicon = assetOf("icon", "ico", "image/x-icon", Buffer.from(icon, "base64"));
	return { script, style, icon: favicon, all: [script, style, favicon] };
}
