import { useState } from "react";
import {
	Autocomplete,
	Dialog,
	Heading,
	Input,
	Label,
	ListBox,
	ListBoxItem,
	Popover,
	SearchField,
	useFilter,
} from "react-aria-components";
import { useWords } from "../words/use-words.ts";
import look from "./Picker.module.css";
import type { OptionsProps } from "./Picker.tsx";

/** The list of a picker, with the field that completes it. */
export default function PickerOptions(props: OptionsProps) {
	const { label, options, value, onChange, isSingle, onSearch, button, onClose } = props;
	const t = useWords();
	const { contains } = useFilter({ sensitivity: "base" });
	// What is picked already comes first, and nothing moves while one picks.
	const [first] = useState(value);
	const sorted = [...options].sort(
		(a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)),
	);
	return (
		<Popover
			triggerRef={button}
			isOpen
			onOpenChange={(isOpen) => !isOpen && onClose()}
			placement="bottom start"
			className={look.popover}
		>
			<Dialog className={look.dialog} aria-label={label}>
				<Heading slot="title" className={look.title}>
					{label}
				</Heading>
				<Autocomplete filter={onSearch ? undefined : contains}>
					<SearchField autoFocus onChange={onSearch}>
						<Label className="unseen">{t("picker.type", { label })}</Label>
						<Input className={look.input} placeholder={t("picker.hint")} />
					</SearchField>
					<ListBox
						aria-label={label}
						className={look.list}
						// Escape closes the list; what was picked stays.
						escapeKeyBehavior="none"
						selectionMode={isSingle ? "single" : "multiple"}
						selectedKeys={value}
						onSelectionChange={(keys) => {
							if (keys === "all") return;
							onChange([...keys].map(String));
							if (isSingle) onClose();
						}}
						renderEmptyState={() => <p className={look.none}>{t("picker.none")}</p>}
					>
						{sorted.map(({ id, name, about }) => (
							<ListBoxItem
								key={id}
								id={id}
								textValue={`${name} ${about ?? ""}`}
								className={look.option}
							>
								<span className={look.check} aria-hidden="true" />
								<span>
									{name} {about && <span className="quiet">{about}</span>}
								</span>
							</ListBoxItem>
						))}
					</ListBox>
				</Autocomplete>
				<div className={look.foot}>
					<button
						type="button"
						className="action"
						disabled={value.length === 0}
						onClick={() => onChange([])}
					>
						{t("picker.clear")}
					</button>
					<button type="button" className="action first" onClick={onClose}>
						{t("picker.done")}
					</button>
				</div>
			</Dialog>
		</Popover>
	);
}
