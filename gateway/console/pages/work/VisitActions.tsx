import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { discard, duplicateOf } from "../../offline/change.ts";
import type { Typed } from "../../offline/fields.ts";
import type { Item, Visit } from "../../offline/item.ts";
import { change, send } from "../../offline/outbox.ts";
import { useOutbox } from "../../offline/use-outbox.ts";
import { dayOf } from "../../parts/day.ts";
import { hubNow } from "../../session/session.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Work.module.css";

/** Makes a draft of the same, dated today, and opens it. */
export function useDuplicate(): (typed: Typed) => Promise<void> {
	const navigate = useNavigate();
	const { owner } = useOutbox();
	return async (typed) => {
		if (!owner) return;
		const key = crypto.randomUUID();
		const begun = { key, owner, now: Date.now() };
		await change(key, () => duplicateOf(begun, typed, dayOf(hubNow())));
		await navigate({ to: "/log", search: { draft: key } });
	};
}

const isVisit = (item: Item | undefined): item is Visit => item?.type === "VISIT";

/** What its owner can do with a visit on the device. */
export function VisitActions({ visit }: { visit: Visit }) {
	const t = useWords();
	const navigate = useNavigate();
	const duplicate = useDuplicate();
	const [isAsked, setAsked] = useState(false);
	const isKnown = visit.record !== undefined || visit.sealed !== undefined;
	const remove = async () => {
		// What is deleted is gone: asked once more in the same place.
		if (!isAsked) return setAsked(true);
		setAsked(false);
		await change(visit.key, (item) => (isVisit(item) ? discard(item, Date.now()) : item));
		void send(true);
	};
	return (
		<div className={look.actions}>
			<button
				type="button"
				className="action"
				onClick={() => void navigate({ to: "/log", search: { draft: visit.key } })}
			>
				{t("work.open")}
			</button>
			<button type="button" className="action" onClick={() => void duplicate(visit.typed)}>
				{t("work.duplicate")}
			</button>
			<button
				type="button"
				className="action"
				onClick={() => void remove()}
				onBlur={() => setAsked(false)}
			>
				{isAsked ? t("work.sure") : t(isKnown ? "work.discard" : "work.delete")}
			</button>
		</div>
	);
}
