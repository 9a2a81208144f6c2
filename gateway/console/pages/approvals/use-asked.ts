import { useState } from "react";
import { type Choice, NO_REASON, type Why } from "./decide.ts";
import type { Waiting } from "./worklist.ts";

/** What is about to be decided, and the reasons typed so far, which stay until they are sent and answered. */
export function useAsked() {
	const [asked, setAsked] = useState<{ choice: Choice; rows: readonly Waiting[] }>();
	const [whys, setWhys] = useState<Record<Choice, Why>>({ APPROVE: NO_REASON, RETURN: NO_REASON });
	const [own, setOwn] = useState<ReadonlyMap<string, Why>>(new Map());
	return {
		asked,
		own,
		why: asked ? whys[asked.choice] : NO_REASON,
		ask: (choice: Choice, rows: readonly Waiting[]) => setAsked({ choice, rows }),
		close: () => setAsked(undefined),
		say: (why: Why) => asked && setWhys({ ...whys, [asked.choice]: why }),
		sayOwn: (id: string, why: Why) => setOwn(new Map(own).set(id, why)),
		/** All was answered: the next decision has reasons of its own. */
		forget() {
			setWhys({ APPROVE: NO_REASON, RETURN: NO_REASON });
			setOwn(new Map());
		},
	};
}

export type Asked = ReturnType<typeof useAsked>;
