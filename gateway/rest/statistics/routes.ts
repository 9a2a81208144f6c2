import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Log } from "../../../shared/log.ts";
import { isNotModified, vary } from "../../http/etag.ts";
import type { PublicAddress } from "../../http/public-address.ts";
import { queryInProcess } from "../data/query-in-process.ts";
import { type StatisticsFile, statisticsFiles } from "./files.ts";
import { findReleases } from "./find-release.ts";
import type { FormatTable } from "./format-in-worker.ts";
import { TABLE_FORMATS } from "./formats.ts";
import { releasesPage, STATISTICS_PAGE_POLICY } from "./pages.ts";
import { type Ask, type Release, readReleases } from "./release.ts";

const CACHE = {
	/** Another one after the next release. */
	latest: "public, max-age=60",
	/** A release never changes, but a new version of the hub may explain it better. */
	explaining: "public, max-age=3600",
	table: "public, max-age=31536000, immutable",
};

const RETRY_AFTER_S = 5;

function refuse(reply: FastifyReply, status: 404 | 503, message: string): FastifyReply {
	const code = status === 404 ? "NOT_FOUND" : "UNAVAILABLE";
	reply.code(status).removeHeader("etag").header("cache-control", "no-store");
	if (status === 503) reply.header("retry-after", RETRY_AFTER_S);
	return reply.type("application/json; charset=utf-8").send({ error: { code, message } });
}

function offered({ number, tables }: Release): string {
	const endings = Object.keys(TABLE_FORMATS).map((ending) => `.${ending}`);
	return `release ${number} has ${tables.map(({ id }) => id).join(", ")}, as ${endings.join(", ")}; methods, codebook.csv and csv-metadata.json`;
}

type Options = {
	log: Log;
	address: PublicAddress;
	licence: string;
	format: FormatTable;
	/** Sends the console's page to who opens one; undefined to others, or where there is no console. */
	sendPage?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined;
};

/**
 * The releases of statistics: pages, methods, codebooks, and each table as CSV, JSON-stat and Parquet. `/statistics` itself is
 * also the console's page about them.
 */
export function addStatisticsRoutes(
	app: FastifyInstance,
	{ log, address, licence, format, sendPage }: Options,
): void {
	const ask = queryInProcess(app) as Ask;
	const fileOf = statisticsFiles(ask, format, licence);
	const find = findReleases(ask);

	/** Sends a file, or 304 if the client has it; `version` determines its ETag. */
	async function send(
		request: FastifyRequest,
		reply: FastifyReply,
		{ type, version, content }: Pick<StatisticsFile, "type" | "version" | "content">,
		cache: string,
	): Promise<FastifyReply> {
		if (type === "text/html") reply.header("content-security-policy", STATISTICS_PAGE_POLICY);
		reply
			.header("access-control-allow-origin", "*")
			.type(type.startsWith("text/") ? `${type}; charset=utf-8` : type);
		if (isNotModified(request, reply, version, cache)) return reply.code(304).send();
		return reply.send(await content());
	}

	async function answer(request: FastifyRequest, reply: FastifyReply, name: string, file: string) {
		const release = await find(name);
		if (!release)
			return refuse(
				reply,
				404,
				name === "latest"
					? "No release was published yet"
					: `There is no release "${name.slice(0, 80)}"; /statistics/ lists the releases, and /statistics/latest/ is the newest`,
			);
		const found = fileOf(release, file);
		if (!found)
			return refuse(reply, 404, `There is no file "${file.slice(0, 80)}"; ${offered(release)}`);
		const base = `${address.basePath}/statistics/${release.number}/`;
		if (found.isTable && file.endsWith(".csv"))
			reply.header(
				"link",
				`<${base}csv-metadata.json>; rel="describedby"; type="application/csvm+json"`,
			);
		const cache = found.isTable ? CACHE.table : CACHE.explaining;
		if (name !== "latest") return send(request, reply, found, cache);
		return send(request, reply.header("content-location", base + file), found, CACHE.latest);
	}

	/** Runs a handler; what fails is logged and answered 503. */
	async function guarded(reply: FastifyReply, handle: () => Promise<FastifyReply>) {
		try {
			return await handle();
		} catch (error) {
			log.warn({ reason: (error as Error).message }, "statistics could not be read");
			return refuse(
				reply,
				503,
				`The statistics are not available now; try again in ${RETRY_AFTER_S} seconds`,
			);
		}
	}

	/** The pages' links are relative to their own folder. */
	const lacksSlash = ({ url }: FastifyRequest) => !/^[^?]*\/(\?|$)/.test(url);

	app.get("/statistics", (request, reply) =>
		guarded(reply, async () => {
			// One address for people and programs: browsers get the console's page, which shows the tables.
			vary(reply, "accept");
			const page = sendPage?.(request, reply);
			if (page) return page;
			if (lacksSlash(request)) return reply.redirect(`${address.basePath}/statistics/`);
			const list = releasesPage(await readReleases(ask));
			const content = async () => Buffer.from(list);
			return send(request, reply, { type: "text/html", version: list, content }, CACHE.latest);
		}),
	);
	app.get<{ Params: { release: string } }>("/statistics/:release", (request, reply) =>
		guarded(reply, async () => {
			const { release } = request.params;
			if (lacksSlash(request))
				return reply.redirect(`${address.basePath}/statistics/${encodeURIComponent(release)}/`);
			return answer(request, reply, release, "");
		}),
	);
	app.get<{ Params: { release: string; file: string } }>(
		"/statistics/:release/:file",
		(request, reply) =>
			guarded(reply, async () =>
				answer(request, reply, request.params.release, request.params.file),
			),
	);
}
