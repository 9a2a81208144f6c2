import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ImportLimits } from "../../../shared/config-imports.ts";
import { HubError } from "../../../shared/errors.ts";
import type { Log } from "../../../shared/log.ts";
import type { SubgraphRequest } from "../../../shared/subgraph/subgraph.ts";
import { PUBLIC, type Viewer } from "../../../shared/viewer/viewer.ts";
import type { RequestViewers } from "../../viewer/request-viewers.ts";
import { countedImport, countedRows } from "./count-rows.ts";
import { sendImportError } from "./error-response.ts";
import type { FailedRowsStore } from "./failed-rows-store.ts";
import { emptyAnswer } from "./import-answer.ts";
import { ImportError } from "./import-error.ts";
import { importFile } from "./import-file.ts";
import { limitUpload } from "./limit-upload.ts";
import { readParameters } from "./parameters.ts";
import { readRows } from "./read-rows.ts";
import { rowSender } from "./send-rows.ts";

type Options = {
	readViewer: RequestViewers["read"];
	/** Runs an operation of the engagements subgraph. */
	execute(request: SubgraphRequest): Promise<{ data?: unknown; errors?: readonly never[] }>;
	failedRows: FailedRowsStore;
	/** Folder for workbooks while they are read. */
	dir: string;
	limits: ImportLimits;
	/** Prefix of all paths as clients see them. */
	basePath: string;
	log: Log;
};

const TYPES = [
	"text/csv",
	"application/csv",
	"text/plain",
	"text/tab-separated-values",
	"application/vnd.ms-excel",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"application/octet-stream",
];

const NOT_STORED =
	"The file of failed rows could not be written; see the hub's log. The first 1,000 errors are listed under failures; the rows without an error were imported.";

/** How long a rejected upload is still drained, so that the client can read the response. */
const DRAIN_MS = 3000;

/** Drains the rest of an upload after the response, then closes the connection. */
function drainThenClose(request: FastifyRequest): void {
	const { raw } = request;
	if (raw.complete) return;
	raw.on("error", () => undefined);
	// An iterator that stopped half-way leaves a listener that pauses the stream.
	raw.removeAllListeners("readable");
	raw.resume();
	setTimeout(() => raw.complete || raw.destroy(), DRAIN_MS).unref();
}

/** POST /imports/engagements accepts a CSV file or workbook; GET /imports/<batch>/failed.csv returns the failed rows with reasons. */
export function addImportRoutes(app: FastifyInstance, options: Options): void {
	const { readViewer, execute, failedRows, dir, limits, basePath, log } = options;

	async function handleUpload(request: FastifyRequest, reply: FastifyReply, viewer: Viewer) {
		const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
		const file = request.body as Readable | undefined;
		if (!TYPES.includes(type) || typeof file?.pipe !== "function")
			throw new ImportError(
				`Send the file itself as the body, with "Content-Type: text/csv" or the type of .xlsx; with curl: -H 'Content-Type: text/csv' --data-binary @visits.csv`,
				415,
			);
		const parameters = readParameters(request.query, request.headers);
		const { dryRun, batchId, fileName, mapping, dates, encoding, sheet } = parameters;
		const { id: requestId } = request;
		const failed = failedRows.draft();
		const answer = emptyAnswer({ fileName, dryRun });
		const storeFailed = async () => {
			const rows = await failed.close();
			if (!answer.batchId) return {};
			try {
				if (!rows.complete && rows.fault) throw rows.fault;
				await failedRows.keep(answer.batchId, rows.complete ? failed : undefined, viewer);
				if (!rows.complete) return {};
				return { failedRows: `${basePath}/imports/${answer.batchId}/failed.csv` };
			} catch (fault) {
				log.error({ err: fault, requestId }, "the failed rows of an import could not be stored");
				return { failedRows: null, failedRowsNotKept: NOT_STORED };
			}
		};
		try {
			await importFile({
				answer,
				batchId,
				open: (onUnderstood) =>
					readRows(limitUpload(file, limits), {
						...{ encoding, sheet, limits, onUnderstood },
						spool: join(dir, `${randomUUID()}.xlsx`),
					}),
				...{ mapping, dates, limits },
				send: countedRows(rowSender(execute, { requestId, viewer })),
				onFailed: failed.add,
			});
			return reply.send({ ...answer, ...(await storeFailed()) });
		} catch (error) {
			return sendImportError(reply, error, log, { ...answer, ...(await storeFailed()) });
		} finally {
			void failedRows.removeOld();
		}
	}

	app.register(async (routes) => {
		// Leave the body unread: it is streamed, and only after the caller is authenticated.
		routes.removeAllContentTypeParsers();
		routes.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
		routes.post("/imports/engagements", async (request, reply) => {
			reply.raw.on("finish", () => drainThenClose(request));
			try {
				const viewer = await readViewer(request);
				if (viewer.role === PUBLIC.role)
					throw new HubError("UNAUTHENTICATED", "Send an access token to import engagements");
				return await countedImport(() => handleUpload(request, reply, viewer));
			} catch (error) {
				return sendImportError(reply, error, log);
			}
		});
	});

	app.get("/imports/:batch/failed.csv", async (request, reply) => {
		try {
			const viewer = await readViewer(request);
			const { batch } = request.params as { batch: string };
			const rows = await failedRows.open(batch, viewer);
			return reply
				.type("text/csv; charset=utf-8")
				.header("content-disposition", `attachment; filename="${batch}-failed.csv"`)
				.send(rows);
		} catch (error) {
			return sendImportError(reply, error, log);
		}
	});
}
