import { stringify } from "csv-stringify/sync";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import type { Log } from "../../shared/log.ts";
import type { PublicAddress } from "../http/address.ts";
import { sendFresh } from "../http/freshness.ts";
import { catalogOf, FORMATS, type Format } from "./catalog.ts";
import { DATA_PAGE_POLICY, dataPage } from "./page.ts";
import { type AskGraph, type OpenRow, readTable } from "./rows.ts";
import type { OpenTable } from "./tables/table.ts";
import { TABLES } from "./tables.ts";

const KEPT_MS = 60_000;
const CACHE = "public, max-age=300";

function textOf({ name, title, description }: OpenTable, rows: OpenRow[], format: Format): string {
	if (format === "csv")
		return stringify(rows, {
			header: true,
			columns: Object.keys(rows[0] ?? {}),
			cast: { boolean: String },
		});
	return JSON.stringify({ table: name, title, description, count: rows.length, rows });
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
	return reply
		.code(status)
		.send({ error: { code: status === 404 ? "NOT_FOUND" : "UNAVAILABLE", message } });
}

/** Answers with a text that may be kept, or that it is still the same. Open data is open to every origin, whatever is configured. */
function send(request: FastifyRequest, reply: FastifyReply, type: string, text: string) {
	reply.type(`${type}; charset=utf-8`).header("access-control-allow-origin", "*");
	return sendFresh(request, reply, text, CACHE);
}

/** Asks as the public does, through the hub's own door, without leaving the process. */
function askThrough(app: FastifyInstance): AskGraph {
	return async (query, variables) => {
		const payload = { query, variables };
		const response = await app.inject({ method: "POST", url: "/graphql", payload });
		const { data, errors } = response.json();
		if (errors?.[0] || !data) throw new Error(errors?.[0]?.message ?? "no data");
		return data;
	};
}

/** The open data: a page, a DCAT catalogue, and each table of reference data as CSV and JSON. */
export function addDataRoutes(app: FastifyInstance, log: Log, address: PublicAddress): void {
	const ask = askThrough(app);
	const read = new LRUCache<string, Promise<OpenRow[]>>({ max: TABLES.length, ttl: KEPT_MS });
	function rowsOf(table: OpenTable): Promise<OpenRow[]> {
		let rows = read.get(table.name);
		if (!rows) {
			rows = readTable(table, ask);
			rows.catch(() => read.delete(table.name));
			read.set(table.name, rows);
		}
		return rows;
	}
	const page = dataPage();
	app.get("/data", async (request, reply) => {
		// The page's links are relative to its own folder.
		if (!/^[^?]*\/(\?|$)/.test(request.url)) return reply.redirect(`${address.basePath}/data/`);
		reply.header("content-security-policy", DATA_PAGE_POLICY);
		return send(request, reply, "text/html", page);
	});
	app.get("/data/catalog.jsonld", async (request, reply) => {
		const catalog = JSON.stringify(catalogOf(address.url()), null, 2);
		return send(request, reply, "application/ld+json", catalog);
	});
	app.get<{ Params: { file: string } }>("/data/:file", async (request, reply) => {
		const [name, format = ""] = request.params.file.split(/\.(?=[^.]*$)/);
		const table = TABLES.find((one) => one.name === name);
		if (!table || !Object.hasOwn(FORMATS, format))
			return refuse(
				reply,
				404,
				`There is no table "${request.params.file.slice(0, 80)}"; /data/ lists them, as .csv and .json`,
			);
		try {
			const rows = await rowsOf(table);
			const text = textOf(table, rows, format as Format);
			return send(request, reply, FORMATS[format as Format].type, text);
		} catch (error) {
			log.warn({ table: name, reason: (error as Error).message }, "open data cannot be read");
			return refuse(reply, 503, "The table cannot be read now; try again in a few seconds");
		}
	});
}
