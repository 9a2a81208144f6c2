import { ManufacturerPicker } from "../../parts/ManufacturerPicker.tsx";
import { Picker } from "../../parts/Picker.tsx";
import { nameText } from "../../parts/place.ts";
import { type FieldAttributes, WorkField } from "../../parts/WorkField.tsx";
import form from "../../parts/WorkForm.module.css";
import { useWords } from "../../words/use-words.ts";
import type { Typed } from "./record.ts";
import type { Institute } from "./use-institutes.ts";

type Props = {
	typed: Typed;
	put: (values: Partial<Typed>) => void;
	faultOf: (name: string) => string | undefined;
	institutes: readonly Institute[];
	institute: Institute | undefined;
};

/** Who is a member of which institute, in which tier, since when. */
export function RecordFields({ typed, put, faultOf, institutes, institute }: Props) {
	const t = useWords();
	const { sme, instituteId, tierId } = typed;
	const text = (name: "startsOn" | "endsOn" | "note", label: string, hint?: string) => (
		<WorkField label={label} hint={hint} fault={faultOf(name)}>
			{(attributes) => (
				<input
					{...attributes}
					autoComplete="off"
					maxLength={name === "note" ? 1000 : 10}
					value={typed[name]}
					onChange={({ target }) => put({ [name]: target.value })}
				/>
			)}
		</WorkField>
	);
	const smeText = sme?.name ?? t("memberships.manufacturer.choose");
	const instituteText = institute ? nameText(t, institute) : t("memberships.institute.choose");
	/** A picker is a button: its name says what it is for, and what was picked. */
	const button = (name: string, label: string, picked: string, attributes: FieldAttributes) => ({
		id: attributes.id,
		"aria-describedby": attributes["aria-describedby"],
		"aria-label": `${label}: ${picked}`,
		"data-field": name,
		"data-invalid": attributes["aria-invalid"],
	});
	return (
		<>
			<WorkField label={t("memberships.manufacturer")} fault={faultOf("smeId")}>
				{(attributes) => (
					<ManufacturerPicker
						attributes={button("smeId", t("memberships.manufacturer"), smeText, attributes)}
						label={t("memberships.manufacturer")}
						value={sme ?? undefined}
						onChoose={(chosen) =>
							put({ sme: chosen ? { id: chosen.id, name: chosen.name } : null })
						}
					>
						{smeText}
					</ManufacturerPicker>
				)}
			</WorkField>
			<WorkField label={t("memberships.institute")} fault={faultOf("instituteId")}>
				{(attributes) => (
					<Picker
						isSingle
						attributes={button(
							"instituteId",
							t("memberships.institute"),
							instituteText,
							attributes,
						)}
						label={t("memberships.institute")}
						options={institutes.map((one) => ({ id: one.id, name: nameText(t, one) }))}
						value={instituteId ? [instituteId] : []}
						onChange={([id]) => put({ instituteId: id ?? "", tierId: "" })}
					>
						{instituteText}
					</Picker>
				)}
			</WorkField>
			{institute && institute.tiers.length > 0 && (
				<WorkField label={t("memberships.tier")} fault={faultOf("tierId")}>
					{(attributes) => (
						<select
							{...attributes}
							data-field="tierId"
							value={tierId}
							onChange={({ target }) => put({ tierId: target.value })}
						>
							<option value="">{t("memberships.tier.choose")}</option>
							{institute.tiers.map((tier) => (
								<option key={tier.id} value={tier.id}>
									{nameText(t, tier)}
								</option>
							))}
						</select>
					)}
				</WorkField>
			)}
			{institute && institute.tiers.length === 0 && (
				<p className="quiet">{t("memberships.tier.none")}</p>
			)}
			<div className={form.two}>
				{text("startsOn", t("memberships.starts"), t("memberships.date.hint"))}
				{text("endsOn", t("memberships.ends"))}
			</div>
			{text("note", t("memberships.note"))}
		</>
	);
}
