import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { HubError } from "../../shared/errors.ts";
import type { Log } from "../../shared/log.ts";
import type { SubgraphRequest } from "../../shared/subgraph/subgraph.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { requestIdFrom } from "../plugins/request-id.ts";
import type { ReadViewer } from "../viewer/verify.ts";
import { type FailedRows, failedRowsIn } from "./failed-rows.ts";
import { type ImportAnswer, importFile, UnreadableFile } from "./import-file.ts";
import { senderOf } from "./send.ts";

type Options = {
	readViewer: ReadViewer;
	/** Runs an operation of the engagements subgraph. */
	execute(request: SubgraphRequest): Promise<{ data?: unknown; errors?: readonly never[] }>;
	/** Folder for the rows that failed. */
	dir: string;
	log: Log;
};

const STATUS: Record<string, number> = {
	UNAUTHENTICATED: 401,
	FORBIDDEN: 403,
	NOT_FOUND: 404,
	BAD_USER_INPUT: 400,
	UNAVAILABLE: 503,
};

const NOT_KEPT =
	"The file of the failed rows could not be written; the hub's log says why. The first thousand faults are listed under failures; the rows without a fault were taken.";

const gone = (batch: string) =>
	new HubError("NOT_FOUND", `There are no failed rows of an import "${batch.slice(0, 60)}"`);

/** Whose the failed rows of an import are. */
const scopeOf = (viewer: Viewer) => ("center" in viewer ? viewer.center : viewer.role);

function mappingOf(text: unknown): Record<string, string> {
	if (typeof text !== "string" || text === "") return {};
	return Object.fromEntries(
		text.split(",").map((pair) => {
			const [from, to] = pair.split(/:(?=[^:]*$)/);
			if (!from || !to)
				throw new HubError(
					"BAD_USER_INPUT",
					`map: "${pair}" is not name:column; write map=Company:sme_name,Remarks:-`,
				);
			return [from, to];
		}),
	);
}

async function refuse(reply: FastifyReply, error: unknown, log: Log, sofar?: ImportAnswer) {
	const known =
		error instanceof UnreadableFile
			? new HubError("BAD_USER_INPUT", `The file cannot be read: ${error.message}`)
			: error;
	if (!(known instanceof HubError)) log.error({ err: error }, "import failed");
	const code = known instanceof HubError ? String(known.extensions.code) : "INTERNAL_SERVER_ERROR";
	const message =
		known instanceof HubError
			? known.message
			: "Something went wrong in the hub; it has been logged.";
	const again =
		sofar && sofar.rows > 0
			? " Send the same file again: rows that were taken stay as they are."
			: "";
	return reply
		.code(STATUS[code] ?? 500)
		.send({ errors: [{ message: message + again, extensions: { code } }] });
}

/** POST /imports/engagements takes a CSV file; GET /imports/<batch>/failed.csv gives back what failed, with reasons. */
export function addImportRoutes(app: FastifyInstance, options: Options): void {
	const { readViewer, execute, dir, log } = options;
	// The file is read as it comes, never all at once.
	app.addContentTypeParser(["text/csv", "application/csv"], (_request, payload, done) =>
		done(null, payload),
	);

	app.post("/imports/engagements", async (request: FastifyRequest, reply) => {
		let sofar: ImportAnswer | undefined;
		let failed: FailedRows | undefined;
		try {
			const viewer = await readViewer(request.headers.authorization);
			const { dryRun, batchId, map } = request.query as Record<string, string>;
			const file = request.body as Readable | undefined;
			if (!file || typeof file.pipe !== "function")
				throw new HubError(
					"BAD_USER_INPUT",
					'Send the file as the body, with "Content-Type: text/csv"',
				);
			const requestId = requestIdFrom(request.headers["x-request-id"]);
			mkdirSync(dir, { recursive: true });
			const draft = join(dir, `${requestId}-${Date.now()}.csv`);
			failed = failedRowsIn(draft);
			const answer = await importFile({
				file,
				dryRun: dryRun === "true",
				batchId: batchId || null,
				mapping: mappingOf(map),
				send: senderOf(execute, { requestId, viewer }),
				onProgress: (now) => {
					sofar = now;
				},
				onFailed: failed.add,
			});
			const rows = await failed.close();
			if (!answer.batchId || !(rows.kept || rows.fault)) return reply.send(answer);
			const note = join(dir, `${answer.batchId}.json`);
			try {
				if (!rows.kept) throw rows.fault;
				writeFileSync(note, JSON.stringify({ scope: scopeOf(viewer), file: draft }));
			} catch (fault) {
				rmSync(note, { force: true });
				log.error({ err: fault, requestId }, "the failed rows of an import could not be kept");
				return reply.send({ ...answer, failedRows: null, failedRowsNotKept: NOT_KEPT });
			}
			return reply.send({ ...answer, failedRows: `/imports/${answer.batchId}/failed.csv` });
		} catch (error) {
			await failed?.close();
			return refuse(reply, error, log, sofar);
		}
	});

	app.get("/imports/:batch/failed.csv", async (request, reply) => {
		try {
			const viewer = await readViewer(request.headers.authorization);
			const { batch } = request.params as { batch: string };
			const note = join(dir, `${batch}.json`);
			if (!/^bat_[0-9a-f]+$/.test(batch) || !existsSync(note)) throw gone(batch);
			const { scope, file } = JSON.parse(readFileSync(note, "utf8")) as {
				scope: string;
				file: string;
			};
			if (scope !== scopeOf(viewer)) throw gone(batch);
			// Opened before anything is sent, so that a fault is answered as one.
			const opened = await open(file).catch((error: NodeJS.ErrnoException) => {
				throw error.code === "ENOENT" ? gone(batch) : error;
			});
			return reply
				.type("text/csv; charset=utf-8")
				.header("content-disposition", `attachment; filename="${batch}-failed.csv"`)
				.send(opened.createReadStream());
		} catch (error) {
			return refuse(reply, error, log);
		}
	});
}
