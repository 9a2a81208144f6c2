import { createHash } from "node:crypto";
import { stringify } from "csv-stringify/sync";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import type { Log } from "../../shared/log.ts";
import { catalogOf, FORMATS, type Format } from "./catalog.ts";
import { dataPage } from "./page.ts";
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

/** Answers with a text that may be kept, or that it is still the same. */
function send(request: FastifyRequest, reply: FastifyReply, type: string, text: string) {
	const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
	reply
		.header("etag", tag)
		.header("cache-control", CACHE)
		.header("access-control-allow-origin", "*");
	if (request.headers["if-none-match"] === tag) return reply.code(304).send();
	return reply.type(`${type}; charset=utf-8`).send(text);
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
export function addDataRoutes(app: FastifyInstance, log: Log): void {
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
	app.get("/data", async (_request, reply) => reply.redirect("/data/"));
	app.get("/data/", async (request, reply) => send(request, reply, "text/html", page));
	app.get("/data/catalog.jsonld", async (request, reply) => {
		const catalog = JSON.stringify(catalogOf(`${request.protocol}://${request.host}`), null, 2);
		return send(request, reply, "application/ld+json", catalog);
	});
	app.get<{ Params: { file: string } }>("/data/:file", async (request, reply) => {
		const [name, format = ""] = request.params.file.split(/\.(?=[^.]*$)/);
		const table = TABLES.find((one) => one.name === name);
		if (!table || !(format in FORMATS))
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
