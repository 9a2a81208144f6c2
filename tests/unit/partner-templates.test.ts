import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { init } from "../../gateway/cli/partner/init.ts";
import { composeWithHub } from "../../gateway/cli/partner/sandbox/compose-with-hub.ts";
import { hubGraph } from "../../gateway/cli/partner/sandbox/hub-graph.ts";
import { signedHeaders } from "../../gateway/partners/transport/signature.ts";
import { ROOT } from "../support/paths.ts";

const ID = "fox-valley";
const EXAMPLES = join(ROOT, "subgraphs/examples");

/** A template as a partner gets it: file → text. */
function written(language: "javascript" | "python" | "go"): Map<string, string> {
	const into = join(mkdtempSync(join(tmpdir(), "template-")), ID);
	init({ id: ID, name: "Fox Valley", language, into });
	const files = readdirSync(into, { recursive: true, encoding: "utf8" }).filter((file) =>
		statSync(join(into, file)).isFile(),
	);
	return new Map(files.map((file) => [file, readFileSync(join(into, file), "utf8")]));
}

const templates = [
	{
		language: "javascript",
		test: "tests/subgraph.test.js",
		pins: "package.json",
		server: "server.js",
	},
	{
		language: "python",
		test: "tests/test_subgraph.py",
		pins: "requirements.txt",
		server: "server.py",
	},
	{ language: "go", test: "main_test.go", pins: "go.mod", server: "main.go" },
] as const;

describe.each(templates)("the template in $language", ({ language, test, pins, server }) => {
	const files = written(language);
	const text = (file: string) => files.get(file) ?? "";

	it("bears the partner's names and nobody else's", () => {
		for (const [file, content] of files)
			expect([file, /my.?college/i.exec(content)?.[0]]).toEqual([file, undefined]);
		expect(text("schema.graphql")).toContain("foxValleyApprentices: Int");
		expect(text(".gitignore")).toContain("key*.json");
	});

	it("has a schema in which the hub's check finds no fault", async () => {
		const candidate = { name: ID, url: "", partnerId: ID, sdl: text("schema.graphql") };
		const { findings, supergraph } = await composeWithHub(await hubGraph({}), candidate, []);
		expect(findings.map(({ rule }) => rule)).toEqual(["ADDS"]);
		expect(supergraph).toContain("foxValleyApprentices");
	}, 180_000);

	it("has a health check, entities, a test of its own, and exact versions", () => {
		expect(text(server)).toContain("/health");
		expect(text(test)).toContain("_entities(representations: [");
		expect(text(test)).toContain("foxValleyApprentices");
		expect(text("README.md")).toContain(`throughline-partner dev --partner ${ID}`);
		const named = text(pins).match(/"[^"\s]+": "[\d^~>][^"]*"|^[\w-]+==?.*$|^require .*$/gm) ?? [];
		const exact =
			/^("[^"]+": ">?=?\d+\.\d+\.?\d*"|[\w-]+==\d+\.\d+\.\d+|require \S+ v\d+\.\d+\.\d+)$/;
		expect(named.length).toBeGreaterThan(0);
		for (const pin of named) expect(pin).toMatch(exact);
	});
});

it("verifies signatures in JavaScript as the larger example does", () => {
	const of = (folder: string) => readFileSync(join(EXAMPLES, folder, "hub-signature.js"), "utf8");
	expect(of("template")).toBe(of("credentials"));
});

it("reads in Go what the hub signs with", () => {
	const source = readFileSync(join(EXAMPLES, "template-go/hub_signature.go"), "utf8");
	const syntax = (name: string, flags = "") => {
		const found = new RegExp(`${name}\\s*= regexp\\.MustCompile\\(\`(.*)\`\\)`).exec(source)?.[1];
		return new RegExp(found ?? "(?!)", flags);
	};
	const { privateKey } = generateKeyPairSync("ed25519");
	const key = { kid: "hub_1-x", privateKey };
	const headers = signedHeaders(new URL("http://a.example/graphql"), "{}", key, 1_700_000_000_000);
	expect(headers.signature).toMatch(syntax("signatureSyntax"));
	const [, params = "", list = ""] =
		syntax("inputSyntax").exec(headers["signature-input"] ?? "") ?? [];
	const components = list.split(" ").map((one) => syntax("componentSyntax").exec(one)?.[1]);
	expect(components).toEqual(["@method", "@authority", "@path", "content-type", "content-digest"]);
	const parameters = [...params.matchAll(syntax("parameterSyntax", "g"))].map(
		([, name, number, text]) => [name, number ?? text],
	);
	expect(Object.fromEntries(parameters)).toEqual({
		created: "1700000000",
		expires: "1700000060",
		nonce: expect.stringMatching(/^[\w-]{36}$/),
		keyid: "hub_1-x",
		alg: "ed25519",
		tag: "throughline-partner",
	});
});
