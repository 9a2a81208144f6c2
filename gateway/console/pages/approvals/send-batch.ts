import {
	ApproveManyDocument,
	ReturnManyDocument,
	SubmitManyDocument,
} from "../../graphql/graphql.ts";
import { mutate, NotDone } from "../../graphql/mutate.ts";
import type { SignedIn } from "../../session/states.ts";
import type { Answers, Run } from "./decide.ts";
import { type Sent, sentOf } from "./sent.ts";

function send(
	{ move, why }: Run,
	{ key, records }: Run["batches"][number],
	viewer: SignedIn,
): Promise<Answers> {
	const { reason, about } = why;
	const said = reason ? { reason } : {};
	if (move === "UNDO") return mutate(SubmitManyDocument, { key, records }, viewer);
	if (move === "APPROVE") return mutate(ApproveManyDocument, { key, records, ...said }, viewer);
	const wholly = reason && about ? { ...said, about } : said;
	return mutate(ReturnManyDocument, { key, records, ...wholly }, viewer);
}

/** Sends one part of a run. */
export async function sendBatch(
	run: Run,
	batch: Run["batches"][number],
	viewer: SignedIn,
): Promise<Sent<Answers>> {
	try {
		return { type: "DONE", data: await send(run, batch, viewer) };
	} catch (error) {
		return sentOf(error instanceof NotDone ? error : undefined);
	}
}
