import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { LOCAL_HTTP } from "../../shared/config-http.ts";
import { get } from "../support/http.ts";
import { type Hub, seededFolder, startEmbedded } from "../support/hub.ts";
import { MANAGER } from "../support/viewers.ts";

const PUBLIC_URL = "https://data.example.org/hub";

let hub: Hub;
let dataDir: string;
beforeAll(async () => {
	dataDir = await seededFolder();
	const http = { ...LOCAL_HTTP, publicUrl: PUBLIC_URL };
	hub = await startEmbedded(dataDir, undefined, undefined, undefined, http);
});
afterAll(() => hub.close());

it.each(["doubts.csv", "engagements.csv", "catalog.jsonld", "data-dictionary.json"])(
	"%s has the same ETag compressed or not, and matches it in any If-None-Match list",
	async (file) => {
		const url = `${hub.url}/data/${file}`;
		const [plain, packed] = [await get(url), await get(url, { "accept-encoding": "br" })];
		const tag = String(plain.headers.etag);
		expect([packed.headers["content-encoding"], packed.headers.etag]).toEqual(["br", tag]);
		expect(brotliDecompressSync(packed.bytes).equals(plain.bytes)).toBe(true);
		for (const known of [tag, tag.slice(2), `"x", ${tag}`, "*"])
			expect([known, (await get(url, { "if-none-match": known })).status]).toEqual([known, 304]);
		expect((await get(url, { "if-none-match": '"x"' })).status).toBe(200);
	},
);

it("the catalogue uses the configured address, not headers of the request", async () => {
	const evil = { host: "evil.example", "x-forwarded-host": "evil.example" };
	for (const path of ["/data/catalog.jsonld", "/hub/data/catalog.jsonld"]) {
		const { text } = await get(hub.url + path, evil);
		expect(text).not.toContain("evil");
		expect(JSON.parse(text)["@id"]).toBe(`${PUBLIC_URL}/data/catalog.jsonld`);
	}
});

it("an import returns the path of its failed rows with the public base path", async () => {
	const authorization = `Bearer ${await developmentToken(dataDir, MANAGER, 1)}`;
	const file = "id,sme_name,sme_state,service_kind\nv-1,Example Works,GA,NOTHING\n";
	const headers = { authorization, "content-type": "text/csv" };
	const { text } = await get(`${hub.url}/imports/engagements`, headers, "POST", file);
	const { failedRows } = JSON.parse(text);
	expect(failedRows).toMatch(/^\/hub\/imports\/bat_\w+\/failed\.csv$/);
	const failed = await get(hub.url + failedRows, { authorization });
	expect([failed.status, failed.headers["cache-control"]]).toEqual([200, "no-store"]);
	expect(failed.text).toContain("Example Works");
});
