import { useLayoutEffect, useRef } from "react";
import { useWords } from "../words/use-words.ts";
import { Card } from "./Card.tsx";
import { CountedCard } from "./CountedCard.tsx";
import { SourceCard } from "./SourceCard.tsx";
import look from "./SourceSheet.module.css";
import { closeSource, useOpenedSource } from "./source-sheet.ts";

const GAP = 8;

/** Puts the sheet under its figure, or above it where there is more room; on a phone the style sheet puts it below all. */
function place(sheet: HTMLElement, anchor: HTMLElement): void {
	const at = anchor.getBoundingClientRect();
	const { offsetWidth: width, offsetHeight: height } = sheet;
	const below = at.bottom + GAP;
	const fits = below + height + GAP < innerHeight;
	const top = fits
		? below
		: Math.max(GAP, Math.min(at.top - height - GAP, innerHeight - height - GAP));
	sheet.style.top = `${top}px`;
	sheet.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - width - GAP))}px`;
}

/** Shows the source of the figure that was opened last. */
export function SourceSheet() {
	const t = useWords();
	const opened = useOpenedSource();
	const sheet = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		const element = sheet.current;
		if (!element || !opened) return;
		element.showPopover();
		place(element, opened.anchor);
		element.focus();
		// What the card loads makes it grow.
		const watch = new ResizeObserver(() => place(element, opened.anchor));
		watch.observe(element);
		return () => watch.disconnect();
	}, [opened]);
	if (!opened) return null;
	const { opened: shown, anchor } = opened;
	return (
		<div
			ref={sheet}
			className={look.sheet}
			popover="auto"
			role="dialog"
			aria-label={t("source.of", { name: shown.name })}
			tabIndex={-1}
			onToggle={({ newState }) => {
				if (newState !== "closed") return;
				if (!document.activeElement || document.activeElement === document.body) anchor.focus();
				closeSource();
			}}
		>
			<div className={look.head}>
				<h2>{shown.name}</h2>
				<button
					type="button"
					className={look.close}
					aria-label={t("close")}
					onClick={() => {
						sheet.current?.hidePopover();
						anchor.focus();
					}}
				>
					✕
				</button>
			</div>
			{shown.kind === "observation" && <SourceCard figure={shown.figure} />}
			{shown.kind === "record" && <Card {...shown} />}
			{shown.kind === "computed" && <Card {...shown} />}
			{shown.kind === "counted" && <CountedCard counted={shown} />}
		</div>
	);
}
