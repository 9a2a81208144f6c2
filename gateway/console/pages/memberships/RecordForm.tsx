import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { NameOfManufacturerDocument, RecordMembershipDocument } from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { ownerOf } from "../../offline/item.ts";
import { NotDoneNote } from "../../parts/NotDoneNote.tsx";
import { faultsIn } from "../../parts/not-done-fields.ts";
import { nameText } from "../../parts/place.ts";
import { useChange } from "../../parts/use-change.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { useRequestKey } from "../../parts/use-request-key.ts";
import type { Search } from "../../parts/view-address.ts";
import form from "../../parts/WorkForm.module.css";
import { useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import { RecordFields } from "./RecordFields.tsx";
import { EMPTY, inputOf, missingIn, type Typed } from "./record.ts";
import { useInstitutes } from "./use-institutes.ts";

type Props = {
	says: Search;
	onDone: (names: { sme: string; institute: string }) => void;
	onCancel: () => void;
};

/** Records a membership. What is typed is kept on the device until the hub has it. */
export function RecordForm({ says, onDone, onCancel }: Props) {
	const t = useWords();
	const { viewer } = useSession();
	const owner = viewer ? ownerOf(viewer) : "";
	const { draft, put, forget } = useDraft<Typed>(owner, "membership", () => EMPTY);
	const institutes = useInstitutes();
	// The manufacturer or institute that the page is about is chosen at the beginning.
	const named = useQuery({
		...ask(NameOfManufacturerDocument, { id: says.sme ?? "" }),
		enabled: says.sme !== undefined && draft.sme === null,
	});
	const typed: Typed = {
		...draft,
		sme: draft.sme ?? named.data?.data.sme ?? null,
		instituteId: draft.instituteId || (says.institute ?? ""),
	};
	const institute = institutes?.find(({ id }) => id === typed.instituteId);
	const [isTried, setTried] = useState(false);
	const element = useRef<HTMLFormElement>(null);
	const { keyOf, isDone } = useRequestKey();
	const record = useChange(RecordMembershipDocument, async () => {
		isDone();
		await answers.invalidateQueries();
	});
	const told = faultsIn(record.error);
	const missing = missingIn(typed, institute);
	const faultOf = (name: string) => {
		const absent = missing.find((one) => one === name);
		return isTried && absent ? t(`memberships.missing.${absent}`) : told.get(name);
	};
	const isShown = [...told.keys()].every((name) => name in EMPTY || name === "smeId");

	async function send(event: FormEvent) {
		event.preventDefault();
		if (record.isPending) return;
		setTried(true);
		if (missing[0])
			return element.current?.querySelector<HTMLElement>(`[data-field="${missing[0]}"]`)?.focus();
		const input = inputOf(typed);
		try {
			await record.mutateAsync({ input: { ...input, clientMutationId: keyOf(input) } });
			const names = {
				sme: typed.sme?.name ?? "",
				institute: institute ? nameText(t, institute) : typed.instituteId,
			};
			forget();
			onDone(names);
		} catch {
			// What is typed stays; the form says why it was not done.
		}
	}
	return (
		<form ref={element} className={form.form} onSubmit={(event) => void send(event)} noValidate>
			<RecordFields
				typed={typed}
				put={put}
				faultOf={faultOf}
				institutes={institutes ?? []}
				institute={institute}
			/>
			{(told.size === 0 || !isShown) && <NotDoneNote error={record.error} />}
			<div className={form.actions}>
				<button type="submit" className="action first" aria-disabled={record.isPending}>
					{t(record.isPending ? "memberships.record.busy" : "memberships.record.do")}
				</button>
				<button type="button" className="action" onClick={onCancel}>
					{t("work.cancel")}
				</button>
			</div>
		</form>
	);
}
