import type { FastifyInstance, FastifyReply } from "fastify";
import { HubError } from "../../../shared/errors.ts";
import type { Log } from "../../../shared/log.ts";
import type { Subgraph } from "../../../shared/subgraph/subgraph.ts";
import { PUBLIC } from "../../../shared/viewer/viewer.ts";
import { refuse } from "../../http/errors.ts";
import { sendCacheable, vary } from "../../http/etag.ts";
import { CHANGELOG_PAGE_POLICY, type ChangelogEntry, changelogPage } from "./changelog-page.ts";

const CACHE = "public, max-age=60";
const ENTRY =
	"{ version previous servedAt parts { name version } changes { criticality path message } totalChanges }";
const LIST = `query($first: Int!) { entries: schemaChangelog(first: $first) ${ENTRY} }`;
const DIFF = `query($from: Int!, $to: Int!) { entry: schemaDiff(from: $from, to: $to) ${ENTRY} }`;

const STATUS: Record<string, number> = { BAD_USER_INPUT: 400, NOT_FOUND: 404, UNAVAILABLE: 503 };

type GraphqlRequest = { query: string; variables: Record<string, number> };

function numberOf(name: string, text: unknown): number {
	if (typeof text === "string" && /^\d{1,9}$/.test(text)) return Number(text);
	throw new HubError("BAD_USER_INPUT", `${name}: must be a whole number, for example ${name}=3`);
}

/** ?from=3&to=5 compares two versions; ?first=50 lists the latest 50. */
function requestFrom(parameters: Record<string, unknown>): GraphqlRequest {
	const { from, to, first, ...others } = parameters;
	const [unknown] = Object.keys(others);
	if (unknown !== undefined)
		throw new HubError(
			"BAD_USER_INPUT",
			`There is no parameter "${unknown.slice(0, 80)}"; the parameters are first, from and to`,
		);
	if (from === undefined && to === undefined)
		return {
			query: LIST,
			variables: { first: first === undefined ? 20 : numberOf("first", first) },
		};
	return { query: DIFF, variables: { from: numberOf("from", from), to: numberOf("to", to) } };
}

function sendError(reply: FastifyReply, error: unknown, log: Log) {
	const code = error instanceof HubError ? String(error.extensions.code) : "UNAVAILABLE";
	if (!(error instanceof HubError)) log.error({ err: error }, "the changelog could not be read");
	const message =
		error instanceof HubError
			? error.message
			: "The changelog is not available now; try again in a few seconds";
	return refuse(reply.header("cache-control", "no-store"), STATUS[code] ?? 503, code, message);
}

/** GET /schema/changelog: the changes between supergraphs, as JSON, or as a page for browsers, which begins with `notice`. */
export function addChangelogRoute(
	app: FastifyInstance,
	{ execute, log, notice }: { execute: Subgraph["execute"]; log: Log; notice: string },
): void {
	app.get("/schema/changelog", async (request, reply) => {
		reply.header("access-control-allow-origin", "*");
		vary(reply, "accept");
		try {
			const graphqlRequest = requestFrom(request.query as Record<string, unknown>);
			const { id: requestId } = request;
			const { data, errors } = await execute({ ...graphqlRequest, requestId, viewer: PUBLIC });
			const [error] = errors ?? [];
			if (error && STATUS[String(error.extensions?.code)])
				throw new HubError(error.extensions?.code as "NOT_FOUND", error.message);
			if (error || !data) throw new Error(error?.message ?? "no data");
			const found = (data.entries ?? [data.entry]) as ChangelogEntry[];
			if (request.headers.accept?.includes("text/html")) {
				reply.type("text/html; charset=utf-8");
				reply.header("content-security-policy", CHANGELOG_PAGE_POLICY);
				return sendCacheable(request, reply, changelogPage(found, notice), CACHE);
			}
			reply.type("application/json; charset=utf-8");
			return sendCacheable(request, reply, JSON.stringify(data.entry ?? { entries: found }), CACHE);
		} catch (error) {
			return sendError(reply, error, log);
		}
	});
}
