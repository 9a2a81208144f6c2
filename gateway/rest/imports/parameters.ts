import { z } from "zod";
import { declaredEncoding } from "./decode-text.ts";
import { ImportError } from "./import-error.ts";
import { type Mapping, readMapping } from "./mapping.ts";

const MAX_NAME_LENGTH = 200;

const text = z.string("may be given only once");
/** `?dryRun` without a value means yes. */
const flag = z
	.enum(["", "true", "1", "false", "0"], {
		error: ({ input }) =>
			`"${String(input).slice(0, 40)}" is not a boolean; write true, 1 or no value for yes, false or 0 for no`,
	})
	.transform((value) => value !== "false" && value !== "0");

/** The query parameters of an upload. */
const schema = z.strictObject({
	dryRun: flag.default(false),
	batchId: text.optional(),
	map: text.optional(),
	encoding: text.optional(),
	sheet: text.optional(),
	dates: z
		.enum(["mdy", "dmy"], "write mdy where 3/4/2024 is March 4, dmy where it is April 3")
		.optional(),
	fileName: text.max(MAX_NAME_LENGTH, `has more than ${MAX_NAME_LENGTH} characters`).optional(),
});

export type Parameters = {
	dryRun: boolean;
	batchId: string | null;
	mapping: Mapping;
	encoding: ReturnType<typeof declaredEncoding> | undefined;
	sheet: string | undefined;
	dates: "MDY" | "DMY" | null;
	fileName: string | null;
};

/** The file name at the end of a Unix or Windows path; null if there is none. */
export function baseName(path: string | undefined): string | null {
	const name = path
		?.split(/[/\\]/)
		.at(-1)
		?.replace(/\p{Cc}/gu, "")
		.trim();
	return name ? name.slice(0, MAX_NAME_LENGTH) : null;
}

/** The file name in a Content-Disposition header, `filename*` or `filename` (RFC 6266). */
function fileNameIn(disposition: string | undefined): string | undefined {
	const extended = /filename\*\s*=\s*UTF-8'[^']*'([^;\s]+)/i.exec(disposition ?? "")?.[1];
	try {
		if (extended) return decodeURIComponent(extended);
	} catch {
		// Malformed; fall back to `filename`.
	}
	const [, quoted, bare] =
		/filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition ?? "") ?? [];
	return quoted?.replace(/\\(.)/g, "$1") ?? bare;
}

type Headers = { "content-type"?: string; "content-disposition"?: string };

/** Reads the query parameters and headers of an upload. Throws ImportError for an unknown or invalid parameter. */
export function readParameters(query: unknown, headers: Headers): Parameters {
	const parsed = schema.safeParse(query);
	if (!parsed.success) {
		const faults = parsed.error.issues.map((issue) =>
			issue.code === "unrecognized_keys"
				? `there is no parameter ${issue.keys.map((key) => `"${key.slice(0, 40)}"`).join(", ")}; the parameters are ${Object.keys(schema.shape).join(", ")}`
				: `${issue.path.join(".")}: ${issue.message}`,
		);
		throw new ImportError(faults.join("; "));
	}
	const { dryRun, batchId, map, encoding, sheet, dates, fileName } = parsed.data;
	const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(headers["content-type"] ?? "")?.[1];
	const declared = encoding ?? charset;
	return {
		dryRun,
		batchId: batchId || null,
		mapping: readMapping(map ?? ""),
		encoding: declared ? declaredEncoding(declared) : undefined,
		sheet: sheet || undefined,
		dates: dates === undefined ? null : dates === "mdy" ? "MDY" : "DMY",
		fileName: baseName(fileName) ?? baseName(fileNameIn(headers["content-disposition"])),
	};
}
