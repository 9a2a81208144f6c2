import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { OpenDataConfig } from "../../../shared/config.ts";
import type { Log } from "../../../shared/log.ts";
import { isNotModified as matchesEtag } from "../../http/etag.ts";
import type { PublicAddress } from "../../http/public-address.ts";
import { datasetOf } from "../statistics/datasets.ts";
import { type Ask, readReleases } from "../statistics/release.ts";
import { catalogOf, FORMATS, type Format } from "./catalog.ts";
import { formatTable } from "./format-text.ts";
import { type OpenFile, openFiles } from "./open-files.ts";
import { DATA_PAGE_POLICY, dataPage } from "./page.ts";
import { queryInProcess } from "./query-in-process.ts";

const CACHE = "public, max-age=300";

/** Limit of concurrent downloads of records; reference data is cached. */
const MAX_DOWNLOADS = 4;
const RETRY_AFTER_S = 5;

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
	return reply
		.code(status)
		.removeHeader("etag")
		.type("application/json; charset=utf-8")
		.header("cache-control", "no-store")
		.send({ error: { code: status === 404 ? "NOT_FOUND" : "UNAVAILABLE", message } });
}

/** Sets caching and CORS headers (every origin may read open data); true if the client's cached copy is current. */
function isNotModified(request: FastifyRequest, reply: FastifyReply, content: string): boolean {
	reply.header("access-control-allow-origin", "*");
	return matchesEtag(request, reply, content, CACHE);
}

/** Sends cacheable text, or 304 if the client has it. */
function send(request: FastifyRequest, reply: FastifyReply, type: string, text: string) {
	reply.type(`${type}; charset=utf-8`);
	return isNotModified(request, reply, text) ? reply.code(304).send() : reply.send(text);
}

async function concatenate(chunks: AsyncIterable<string>): Promise<string> {
	let text = "";
	for await (const chunk of chunks) text += chunk;
	return text;
}

/** The open data: a page, which begins with `notice`, a DCAT catalogue, and each table and the data dictionary as CSV and JSON. */
export function addDataRoutes(
	app: FastifyInstance,
	log: Log,
	address: PublicAddress,
	openData: OpenDataConfig,
	notice = "",
): void {
	const query = queryInProcess(app);
	const files = openFiles(query);
	let activeDownloads = 0;

	/** Streams records, so that no download is held in memory. */
	function stream(
		request: FastifyRequest,
		reply: FastifyReply,
		file: OpenFile,
		format: Format,
	): FastifyReply {
		const { name } = file.info;
		reply.type(`${FORMATS[format].type}; charset=utf-8`);
		if (isNotModified(request, reply, `${name}.${format} ${file.version}`))
			return reply.code(304).send();
		// Fastify would read all records to answer HEAD without them.
		if (request.method === "HEAD") return reply.send();
		if (activeDownloads >= MAX_DOWNLOADS)
			return refuse(
				reply.header("retry-after", RETRY_AFTER_S),
				503,
				`${activeDownloads} downloads of records are running, the most at once; try again in ${RETRY_AFTER_S} seconds`,
			);
		activeDownloads += 1;
		const text = Readable.from(formatTable(file.info, file.rows(), format));
		text.on("error", (error) =>
			log.warn({ table: name, reason: error.message }, "a download of open data failed half-way"),
		);
		text.on("close", () => {
			activeDownloads -= 1;
		});
		return reply.send(text);
	}

	const page = dataPage(notice);
	app.get("/data", async (request, reply) => {
		// The page's links are relative to its own folder.
		if (!/^[^?]*\/(\?|$)/.test(request.url)) return reply.redirect(`${address.basePath}/data/`);
		reply.header("content-security-policy", DATA_PAGE_POLICY);
		return send(request, reply, "text/html", page);
	});
	app.get("/data/catalog.jsonld", async (request, reply) => {
		try {
			const releases = (await readReleases(query as Ask)).map((release) =>
				datasetOf(address.url(), release),
			);
			const catalog = catalogOf(address.url(), openData, await files.modified(), releases);
			return send(request, reply, "application/ld+json", JSON.stringify(catalog, null, 2));
		} catch (error) {
			log.warn({ reason: (error as Error).message }, "the catalogue could not be created");
			return refuse(reply, 503, "The catalogue is not available now; try again in a few seconds");
		}
	});
	app.get<{ Params: { file: string } }>("/data/:file", async (request, reply) => {
		const [name = "", ending = ""] = request.params.file.split(/\.(?=[^.]*$)/);
		const format = Object.hasOwn(FORMATS, ending) ? (ending as Format) : undefined;
		try {
			const file = format && (await files.file(name));
			if (!file)
				return refuse(
					reply,
					404,
					`There is no table "${request.params.file.slice(0, 80)}"; /data/ lists the tables, as .csv and .json`,
				);
			if (file.version !== undefined) return stream(request, reply, file, format);
			const text = await concatenate(formatTable(file.info, file.rows(), format));
			return send(request, reply, FORMATS[format].type, text);
		} catch (error) {
			log.warn({ table: name, reason: (error as Error).message }, "open data could not be read");
			return refuse(reply, 503, "The table is not available now; try again in a few seconds");
		}
	});
}
