import type { z } from "zod";
import { badFields, type FieldFault } from "../../../shared/errors.ts";
import { faultOf, key, reason as reasonFormat } from "../../../shared/formats.ts";

/** The day it is somewhere on earth already: nobody's today is refused as the future. */
export function latestToday(): string {
	return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
}

/** Throws BAD_USER_INPUT with all faults, each under `prefix`. */
export function throwFaults(faults: FieldFault[], prefix = "input"): void {
	if (faults.length === 0) return;
	throw badFields(
		faults.map(({ path, message }) => ({ path: prefix ? `${prefix}.${path}` : path, message })),
	);
}

/** What is wrong with the format of each value given. */
export function formatFaults<F extends string>(
	values: { [path in F]?: unknown },
	formats: Record<F, z.ZodType>,
): FieldFault[] {
	return (Object.keys(formats) as F[]).flatMap((path) => {
		const message = faultOf(formats[path], values[path]);
		return message ? [{ path, message }] : [];
	});
}

/** What is wrong with a client's key; null and undefined are none. */
export function keyFaults(clientMutationId: string | null | undefined): FieldFault[] {
	return formatFaults({ clientMutationId }, { clientMutationId: key });
}

/** What is wrong with a reason; one that is needed must be given. */
export function reasonFaults(reason: string | null | undefined, needed: boolean): FieldFault[] {
	if (needed && typeof reason !== "string")
		return [{ path: "reason", message: "is missing; say why" }];
	return formatFaults({ reason }, { reason: reasonFormat });
}
