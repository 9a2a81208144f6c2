import { useState } from "react";
import {
	ComboBox,
	FieldError,
	Header,
	Input,
	Label,
	ListBox,
	ListBoxItem,
	ListBoxSection,
	Popover,
} from "react-aria-components";
import type { KnownSme } from "../../offline/names.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Log.module.css";
import { useMatches } from "./use-manufacturers.ts";

type Props = {
	chosen?: { id: string; name: string };
	known: readonly KnownSme[];
	fault?: string;
	onChoose: (id: string, name: string) => void;
	onClear: () => void;
	onAdd: (name: string) => void;
};

const ADD = "add";

/** A field that offers manufacturers while one types. */
export default function ManufacturerBox({ chosen, known, fault, onChoose, onClear, onAdd }: Props) {
	const t = useWords();
	const [text, setText] = useState(chosen?.name ?? "");
	const search = text === chosen?.name ? "" : text;
	const { recent, others } = useMatches(search, known);
	const place = ({ city, state }: KnownSme) =>
		[city, state && t.maybe(`state.${state}`, state)].filter(Boolean).join(", ");
	const list = (name: string, smes: readonly KnownSme[]) =>
		smes.length > 0 && (
			<ListBoxSection className={look.group}>
				<Header className={look.groupHead}>{name}</Header>
				{smes.map((sme) => (
					<ListBoxItem key={sme.id} id={sme.id} textValue={sme.name} className={look.option}>
						<span>{sme.name}</span> <span className="quiet">{place(sme)}</span>
					</ListBoxItem>
				))}
			</ListBoxSection>
		);
	return (
		<ComboBox
			className={look.field}
			inputValue={text}
			onInputChange={(value) => {
				setText(value);
				if (chosen && value !== chosen.name) onClear();
			}}
			allowsCustomValue
			allowsEmptyCollection
			menuTrigger="focus"
			isInvalid={fault !== undefined}
			defaultFilter={() => true}
			onChange={(key) => {
				if (key === null) return;
				const id = String(key);
				if (id === ADD) return onAdd(search.trim());
				const sme = [...recent, ...others].find((one) => one.id === id);
				if (sme) onChoose(sme.id, sme.name);
			}}
		>
			<Label>{t("log.field.smeId")}</Label>
			<Input
				name="smeId"
				className={look.box}
				placeholder={t("log.sme.hint")}
				enterKeyHint="next"
				autoComplete="off"
			/>
			{fault && <FieldError className={look.fault}>{fault}</FieldError>}
			<Popover className={look.popover}>
				<ListBox
					className={look.list}
					renderEmptyState={() => <p className={look.none}>{t("log.sme.type")}</p>}
				>
					{list(t(search ? "log.sme.known" : "log.sme.recent"), recent)}
					{list(t("log.sme.others"), others)}
					{search.trim() !== "" && (
						<ListBoxItem id={ADD} textValue={search} className={look.option}>
							{t("log.sme.add", { name: search.trim() })}
						</ListBoxItem>
					)}
				</ListBox>
			</Popover>
		</ComboBox>
	);
}
