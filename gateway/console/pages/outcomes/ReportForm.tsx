import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { ReportableServicesDocument, ReportOutcomeDocument } from "../../graphql/graphql.ts";
import { NotDone } from "../../graphql/mutate.ts";
import { ask } from "../../graphql/query.ts";
import { NotDoneNote } from "../../parts/NotDoneNote.tsx";
import { faultsIn } from "../../parts/not-done-fields.ts";
import { Picker } from "../../parts/Picker.tsx";
import { useChange } from "../../parts/use-change.ts";
import type { useDraft } from "../../parts/use-draft.ts";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import {
	byField,
	claimsOf,
	coversOf,
	type Draft,
	type Fault,
	faultsOf,
	figureFaults,
	isWindow,
	reportOf,
} from "./draft.ts";
import { Figures } from "./Figures.tsx";
import { faultText } from "./fault-text.ts";
import look from "./Outcomes.module.css";
import { Preview } from "./Preview.tsx";
import { Services } from "./Services.tsx";
import { useClients } from "./use-clients.ts";
import { WindowFields } from "./WindowFields.tsx";

type Props = {
	viewer: SignedIn;
	center: string;
	form: Pick<ReturnType<typeof useDraft<Draft>>, "draft" | "put" | "forget" | "isBegun">;
	onChange: () => void;
	onMade: (verification: string) => void;
};

/** A report of outcomes: client, time, services, figures, what it would do, and sending it. */
export function ReportForm({ viewer, center, form, onChange, onMade }: Props) {
	const t = useWords();
	const { draft } = form;
	const element = useRef<HTMLFormElement>(null);
	const clients = useClients(viewer, center);
	const [isChecked, setChecked] = useState(false);
	const change = useChange(ReportOutcomeDocument, async ({ done }) => onMade(done.verification));
	const services = useQuery({
		...ask(ReportableServicesDocument, { smes: [draft.sme?.id ?? ""], centers: [center] }),
		enabled: draft.sme !== undefined,
		staleTime: 0,
	});
	const known = services.data?.data.engagements.nodes ?? [];
	const covers = coversOf(draft, known);
	const claims = claimsOf(draft);
	const refused = byField(faultsIn(change.error), claims);
	const faults = isChecked ? faultsOf(draft, covers) : [];
	const faultOf = (field: Fault["field"]) => faultText(t, field, faults, refused);

	const put = (values: Partial<Draft>) => {
		// What the hub said was about what stood there.
		if (change.error) change.reset();
		onChange();
		form.put(values);
	};
	const focusFirst = () =>
		requestAnimationFrame(() =>
			element.current
				?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault] :is(button, input)')
				?.focus(),
		);

	async function submit(event: FormEvent) {
		event.preventDefault();
		if (change.isPending) return;
		setChecked(true);
		// Which services are those of the window may not be known yet.
		const isAsking = draft.sme && !draft.covers && services.isPending;
		const heard = isAsking ? await services.refetch({ cancelRefetch: false }) : services;
		const chosen = coversOf(draft, heard.data?.data.engagements.nodes ?? []);
		if (faultsOf(draft, chosen).length > 0) return focusFirst();
		// Sent again, it says the same, whatever was logged meanwhile.
		form.put({ covers: chosen });
		change.mutate({ input: reportOf(draft, chosen) }, { onError: focusFirst });
	}
	const isPreviewed =
		draft.sme && isWindow(draft) && !figureFaults(draft).some(({ field }) => field !== "claims");
	const client = faultOf("smeId");
	return (
		<form ref={element} className={look.form} noValidate onSubmit={submit}>
			<div className={look.field} data-fault={client && ""}>
				<span className={look.label} aria-hidden="true">
					{t("outcomes.client")}
				</span>
				<Picker
					className={`action ${look.client}`}
					label={t("outcomes.client")}
					options={clients.options}
					value={draft.sme ? [draft.sme.id] : []}
					isSingle
					onSearch={clients.search}
					onChange={([id]) => {
						const sme = clients.options.find((one) => one.id === id);
						put({ sme: sme && { id: sme.id, name: sme.name }, covers: undefined });
					}}
				>
					{draft.sme ? (
						<>
							<span className="unseen">{t("outcomes.client")}: </span>
							{draft.sme.name}
						</>
					) : (
						t("outcomes.client.choose")
					)}
				</Picker>
				{client && <p className={look.fault}>{client}</p>}
			</div>
			<WindowFields draft={draft} put={put} faultOf={faultOf} />
			{draft.sme && (
				<Services
					query={services}
					chosen={covers}
					fault={faultOf("covers")}
					onChoose={(ids) => put({ covers: ids })}
				/>
			)}
			<Figures typed={draft} put={put} faultOf={faultOf} />
			<Preview
				input={
					isPreviewed && draft.sme
						? {
								...{ smeId: draft.sme.id, centerId: center, claims },
								windowStart: draft.windowStart.trim(),
								windowEnd: draft.windowEnd.trim(),
							}
						: undefined
				}
				services={known}
				covers={covers}
			/>
			{refused.size > 0 ? (
				<p role="alert" className={look.refused}>
					{t("outcomes.see-fields")}
				</p>
			) : (
				<NotDoneNote error={change.error} />
			)}
			{/* It arrived before an answer was lost, and was changed here since. */}
			{change.error instanceof NotDone && change.error.code === "CONFLICT" && (
				<p className={look.told}>{t("outcomes.arrived")}</p>
			)}
			<div className={look.actions}>
				<button type="submit" className="action first" aria-disabled={change.isPending}>
					{t(change.isPending ? "outcomes.sending" : "outcomes.send")}
				</button>
				{form.isBegun && (
					<>
						<button type="button" className="action" onClick={form.forget}>
							{t("outcomes.drop")}
						</button>
						<span className="quiet">{t("outcomes.kept")}</span>
					</>
				)}
			</div>
		</form>
	);
}
