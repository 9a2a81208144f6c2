import type { z } from "zod";
import { badFields, type FieldFault } from "../../../shared/errors.ts";
import { faultOf, key, reason as reasonFormat } from "../../../shared/formats.ts";

/** The latest calendar day anywhere on earth, so that today is never refused as the future. */
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

/** What is wrong with an idempotency key; a missing one is fine. */
export function keyFaults(clientMutationId: string | null | undefined): FieldFault[] {
	return formatFaults({ clientMutationId }, { clientMutationId: key });
}

/** What is wrong with a reason, or with a missing one if it is needed. */
export function reasonFaults(reason: string | null | undefined, needed: boolean): FieldFault[] {
	if (needed && typeof reason !== "string")
		return [{ path: "reason", message: "is missing; say why" }];
	return formatFaults({ reason }, { reason: reasonFormat });
}
