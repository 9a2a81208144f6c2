import { z } from "zod";
import { HubError } from "../errors.ts";

/** Where the server of a subgraph says whether it is ready. */
export const READY_PATH = "/health/ready";

const UNREADY = z.object({ status: z.literal("waiting"), reason: z.string().max(500) });

export type SubgraphReadiness = { status: "ready" } | z.infer<typeof UNREADY>;

/** Whether a subgraph can answer; the reason is for everybody to see. */
export async function readinessBy(
	check: (() => Promise<void>) | undefined,
	onError: (error: unknown) => void,
): Promise<SubgraphReadiness> {
	try {
		await check?.();
		return { status: "ready" };
	} catch (error) {
		if (error instanceof HubError) return { status: "waiting", reason: error.message };
		onError(error);
		return { status: "waiting", reason: "it failed; the reason is in its log" };
	}
}

/** The reason that an answer of such a server gives. */
export function reasonIn(text: string): string | undefined {
	try {
		return UNREADY.safeParse(JSON.parse(text)).data?.reason;
	} catch {
		return undefined;
	}
}
