import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import {
	GrantableTypesDocument,
	GrantListDocument,
	GrantPartnerDocument,
	GrantPartnersDocument,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { postDocument } from "../../graphql/send-document.ts";
import { ownerOf } from "../../offline/item.ts";
import { answerOf } from "../../offline/reply.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Grants.module.css";
import { aboutOf, fieldsOf, inputOf, KINDS, NOTHING, namesOf, type Typed } from "./grants.ts";
import { TextField } from "./TextField.tsx";
import { useTyped } from "./use-typed.ts";

type Fault = { path: string; message: string };

/** Grants something to a partner: what, for what purpose, for whom and until when. */
export function GrantForm({ viewer }: { viewer: SignedIn }) {
	const t = useWords();
	const id = useId();
	const client = useQueryClient();
	const partners = useQuery(ask(GrantPartnersDocument, {}));
	const schema = useQuery(ask(GrantableTypesDocument, {}));
	const types = schema.data?.data.__schema.types ?? [];
	const [typed, type] = useTyped(ownerOf(viewer));
	const [isBusy, setBusy] = useState(false);
	const [faults, setFaults] = useState<readonly Fault[]>([]);
	const [problem, setProblem] = useState("");
	const [done, setDone] = useState("");
	const set = (next: Partial<Typed>) => {
		type({ ...typed, ...next });
		setDone("");
	};
	const faultOf = (name: string) => faults.find(({ path }) => path === `input.${name}`)?.message;
	async function grant(event: FormEvent) {
		event.preventDefault();
		if (isBusy) return;
		setBusy(true);
		setFaults([]);
		setProblem("");
		const read = answerOf(
			await postDocument(GrantPartnerDocument, { input: inputOf(typed) }, viewer),
		);
		setBusy(false);
		if ("failure" in read)
			return setProblem(t(read.failure === "SIGN_IN" ? "grants.signed-out" : "grants.unanswered"));
		if ("refusal" in read) {
			setFaults(read.fields);
			return setProblem(read.fields.length > 0 ? "" : read.refusal);
		}
		setDone(t("grants.done", { partner: typed.partnerId, about: aboutOf(typed) }));
		type(NOTHING);
		await client.invalidateQueries({ queryKey: ask(GrantListDocument, {}).queryKey });
	}
	const needsField = ["REQUIRES_FIELD", "ROOT_FIELD", "OVERRIDE"].includes(typed.kind);
	return (
		<Panel title={t("grants.new")} intro={t("grants.new.intro")}>
			<Answered name={t("grants.new")} query={partners} height={320}>
				{({ partners: known }) =>
					known.length === 0 ? (
						<p className="quiet">{t("grants.partner.none")}</p>
					) : (
						<form className={look.form} onSubmit={(event) => void grant(event)}>
							<label className={look.field}>
								<span>{t("grants.partner")}</span>
								<select
									required
									value={typed.partnerId}
									onChange={({ target }) => set({ partnerId: target.value })}
								>
									<option value="">{t("grants.partner.choose")}</option>
									{known.map((partner) => (
										<option key={partner.id} value={partner.id}>
											{partner.name}
										</option>
									))}
								</select>
							</label>
							<label className={look.field}>
								<span>{t("grants.kind")}</span>
								<select
									value={typed.kind}
									onChange={({ target }) => set({ kind: target.value as Typed["kind"] })}
								>
									{KINDS.map((kind) => (
										<option key={kind} value={kind}>
											{t(`grants.kind.${kind}`)}
										</option>
									))}
								</select>
							</label>
							<TextField
								label={t("grants.type")}
								value={typed.type}
								fault={faultOf("type")}
								isRequired
								list={`${id}-types`}
								onChange={(value) => set({ type: value })}
							/>
							<TextField
								label={t("grants.field")}
								hint={needsField ? undefined : t("grants.field.whole")}
								value={typed.field}
								fault={faultOf("field")}
								isRequired={needsField}
								list={`${id}-fields`}
								onChange={(field) => set({ field })}
							/>
							<TextField
								label={t("grants.purpose")}
								value={typed.purpose}
								fault={faultOf("purpose")}
								isRequired
								onChange={(purpose) => set({ purpose })}
							/>
							<TextField
								label={t("grants.consumer")}
								value={typed.consumer}
								fault={faultOf("consumer")}
								isRequired
								onChange={(consumer) => set({ consumer })}
							/>
							<TextField
								label={t("grants.expires")}
								type="date"
								value={typed.expires}
								fault={faultOf("expiresAt")}
								onChange={(expires) => set({ expires })}
							/>
							<datalist id={`${id}-types`}>
								{namesOf(types).map((name) => (
									<option key={name} value={name} />
								))}
							</datalist>
							<datalist id={`${id}-fields`}>
								{fieldsOf(types, typed.type).map((name) => (
									<option key={name} value={name} />
								))}
							</datalist>
							{problem && (
								<p className={look.problem} role="alert">
									{problem}
								</p>
							)}
							<p className={look.actions}>
								<button type="submit" className="action first" aria-disabled={isBusy}>
									{t(isBusy ? "grants.doing" : "grants.do")}
								</button>
							</p>
						</form>
					)
				}
			</Answered>
			<p role="status">{done}</p>
		</Panel>
	);
}
