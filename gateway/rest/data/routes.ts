import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { OpenDataConfig } from "../../../shared/config.ts";
import type { Log } from "../../../shared/log.ts";
import type { PublicAddress } from "../../http/address.ts";
import { isFresh } from "../../http/freshness.ts";
import { catalogOf, FORMATS, type Format } from "./catalog.ts";
import { DATA_PAGE_POLICY, dataPage } from "./page.ts";
import { type OpenFile, openReading } from "./reading.ts";
import type { AskGraph } from "./rows.ts";
import { textOf } from "./texts.ts";

const CACHE = "public, max-age=300";

/** Downloads of records that are read from the graph at once; reference data is read once for all. */
const MOST_READING = 4;
const AGAIN_AFTER_S = 5;

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
	return reply
		.code(status)
		.removeHeader("etag")
		.type("application/json; charset=utf-8")
		.header("cache-control", "no-store")
		.send({ error: { code: status === 404 ? "NOT_FOUND" : "UNAVAILABLE", message } });
}

/** Notes what an answer may be kept by; true where the client's copy is still good. Open data is open to every origin. */
function isKept(request: FastifyRequest, reply: FastifyReply, content: string): boolean {
	reply.header("access-control-allow-origin", "*");
	return isFresh(request, reply, content, CACHE);
}

/** Answers with a text that may be kept, or that it is still the same. */
function send(request: FastifyRequest, reply: FastifyReply, type: string, text: string) {
	reply.type(`${type}; charset=utf-8`);
	return isKept(request, reply, text) ? reply.code(304).send() : reply.send(text);
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

async function whole(chunks: AsyncIterable<string>): Promise<string> {
	let text = "";
	for await (const chunk of chunks) text += chunk;
	return text;
}

/** The open data: a page, a DCAT catalogue, and each table and the data dictionary as CSV and JSON. */
export function addDataRoutes(
	app: FastifyInstance,
	log: Log,
	address: PublicAddress,
	openData: OpenDataConfig,
): void {
	const reading = openReading(askThrough(app));
	let underWay = 0;

	/** Records go out as they are read, so that no download is held in memory. */
	function stream(
		request: FastifyRequest,
		reply: FastifyReply,
		file: OpenFile,
		format: Format,
	): FastifyReply {
		const { name } = file.described;
		reply.type(`${FORMATS[format].type}; charset=utf-8`);
		if (isKept(request, reply, `${name}.${format} ${file.version}`)) return reply.code(304).send();
		// Fastify would read all records to answer HEAD without them.
		if (request.method === "HEAD") return reply.send();
		if (underWay >= MOST_READING)
			return refuse(
				reply.header("retry-after", AGAIN_AFTER_S),
				503,
				`${underWay} downloads of records are under way; try again in ${AGAIN_AFTER_S} seconds`,
			);
		underWay += 1;
		const text = Readable.from(textOf(file.described, file.rows(), format));
		text.on("error", (error) =>
			log.warn({ table: name, reason: error.message }, "a download of open data broke off"),
		);
		text.on("close", () => {
			underWay -= 1;
		});
		return reply.send(text);
	}

	const page = dataPage();
	app.get("/data", async (request, reply) => {
		// The page's links are relative to its own folder.
		if (!/^[^?]*\/(\?|$)/.test(request.url)) return reply.redirect(`${address.basePath}/data/`);
		reply.header("content-security-policy", DATA_PAGE_POLICY);
		return send(request, reply, "text/html", page);
	});
	app.get("/data/catalog.jsonld", async (request, reply) => {
		try {
			const catalog = catalogOf(address.url(), openData, await reading.modified());
			return send(request, reply, "application/ld+json", JSON.stringify(catalog, null, 2));
		} catch (error) {
			log.warn({ reason: (error as Error).message }, "the catalogue cannot be made");
			return refuse(reply, 503, "The catalogue cannot be made now; try again in a few seconds");
		}
	});
	app.get<{ Params: { file: string } }>("/data/:file", async (request, reply) => {
		const [name = "", ending = ""] = request.params.file.split(/\.(?=[^.]*$)/);
		const format = Object.hasOwn(FORMATS, ending) ? (ending as Format) : undefined;
		try {
			const file = format && (await reading.file(name));
			if (!file)
				return refuse(
					reply,
					404,
					`There is no table "${request.params.file.slice(0, 80)}"; /data/ lists them, as .csv and .json`,
				);
			if (file.version !== undefined) return stream(request, reply, file, format);
			const text = await whole(textOf(file.described, file.rows(), format));
			return send(request, reply, FORMATS[format].type, text);
		} catch (error) {
			log.warn({ table: name, reason: (error as Error).message }, "open data cannot be read");
			return refuse(reply, 503, "The table cannot be read now; try again in a few seconds");
		}
	});
}
