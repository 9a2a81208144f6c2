import {
	OutboxAmendDocument,
	OutboxDiscardDocument,
	OutboxLogDocument,
	OutboxRegisterDocument,
	OutboxSubmitDocument,
	OutboxWithdrawDocument,
} from "../graphql/graphql.ts";
import { postDocument } from "../graphql/send-document.ts";
import type { SignedIn } from "../session/states.ts";
import type { Step } from "./item.ts";
import { type Outcome, outcomeOf } from "./reply.ts";

const DOCUMENTS = {
	register: OutboxRegisterDocument,
	log: OutboxLogDocument,
	amend: OutboxAmendDocument,
	submit: OutboxSubmitDocument,
	withdraw: OutboxWithdrawDocument,
	discard: OutboxDiscardDocument,
} as const;

/** Sends a step in the name of who is signed in, and says what the hub answered. */
export function sendAs(viewer: SignedIn): (step: Step) => Promise<Outcome> {
	return async ({ operation, variables }) =>
		outcomeOf(operation, await postDocument(DOCUMENTS[operation], variables, viewer));
}
