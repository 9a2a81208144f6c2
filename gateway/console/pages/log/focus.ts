import type { KeyboardEvent } from "react";

const FIELDS = "input:not([type=radio]:not(:checked)), select, textarea, button[type=submit]";

/** Moves to a field of the form, by its name. */
export function focusField(form: HTMLFormElement | null, name: string): void {
	const fields = form?.querySelectorAll<HTMLElement>(`[name="${name}"]`) ?? [];
	const field = [...fields].find((one) => one.matches(":checked")) ?? fields[0];
	field?.closest("details")?.setAttribute("open", "");
	field?.focus();
	field?.scrollIntoView({ block: "center" });
}

/** The next key of a phone's keyboard, and Enter, go on to the next field; from the last one to the button that submits. */
export function onEnter(event: KeyboardEvent<HTMLFormElement>): void {
	const { target, key, currentTarget, nativeEvent } = event;
	if (key !== "Enter" || event.defaultPrevented || nativeEvent.isComposing) return;
	if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
	event.preventDefault();
	const fields = [...currentTarget.querySelectorAll<HTMLElement>(FIELDS)].filter(
		(field) => field.offsetParent !== null,
	);
	const at = fields.indexOf(target);
	fields
		.slice(at + 1)
		.find(
			(field) =>
				!(
					field instanceof HTMLInputElement &&
					field.type === "radio" &&
					target.name === field.name
				),
		)
		?.focus();
}
