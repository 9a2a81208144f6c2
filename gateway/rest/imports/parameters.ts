import { z } from "zod";
import { declaredEncoding } from "./encoding.ts";
import { ImportFault } from "./fault.ts";
import { type Mapping, readMapping } from "./mapping.ts";

const LONGEST_NAME = 200;

const text = z.string("may be given once");
/** `?dryRun` without a value means yes. */
const flag = z
	.enum(["", "true", "1", "false", "0"], {
		error: ({ input }) =>
			`"${String(input).slice(0, 40)}" is neither; write true, 1 or no value for yes, false or 0 for no`,
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
	fileName: text.max(LONGEST_NAME, `has more than ${LONGEST_NAME} characters`).optional(),
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

/** The last part of a path, however it separates; null where there is none. */
export function baseName(path: string | undefined): string | null {
	const name = path
		?.split(/[/\\]/)
		.at(-1)
		?.replace(/\p{Cc}/gu, "")
		.trim();
	return name ? name.slice(0, LONGEST_NAME) : null;
}

/** The name in Content-Disposition, in either of its two forms (RFC 6266). */
function nameIn(disposition: string | undefined): string | undefined {
	const extended = /filename\*\s*=\s*UTF-8'[^']*'([^;\s]+)/i.exec(disposition ?? "")?.[1];
	try {
		if (extended) return decodeURIComponent(extended);
	} catch {
		// Not well formed: the plain one may be.
	}
	const [, quoted, bare] =
		/filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition ?? "") ?? [];
	return quoted?.replace(/\\(.)/g, "$1") ?? bare;
}

type Headers = { "content-type"?: string; "content-disposition"?: string };

/** Reads what an upload says of itself. Throws ImportFault naming the parameter that is unknown or wrong. */
export function readParameters(query: unknown, headers: Headers): Parameters {
	const read = schema.safeParse(query);
	if (!read.success) {
		const faults = read.error.issues.map((issue) =>
			issue.code === "unrecognized_keys"
				? `there is no parameter ${issue.keys.map((key) => `"${key.slice(0, 40)}"`).join(", ")}; known are ${Object.keys(schema.shape).join(", ")}`
				: `${issue.path.join(".")}: ${issue.message}`,
		);
		throw new ImportFault(faults.join("; "));
	}
	const { dryRun, batchId, map, encoding, sheet, dates, fileName } = read.data;
	const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(headers["content-type"] ?? "")?.[1];
	const declared = encoding ?? charset;
	return {
		dryRun,
		batchId: batchId || null,
		mapping: readMapping(map ?? ""),
		encoding: declared ? declaredEncoding(declared) : undefined,
		sheet: sheet || undefined,
		dates: dates === undefined ? null : dates === "mdy" ? "MDY" : "DMY",
		fileName: baseName(fileName) ?? baseName(nameIn(headers["content-disposition"])),
	};
}
