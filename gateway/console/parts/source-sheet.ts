import { useSyncExternalStore } from "react";
import type { FigureFieldsFragment } from "../graphql/graphql.ts";
import type { MessageId } from "../words/ids.ts";
import type { TakenAlong } from "./take-along.ts";

/** What a figure opens onto: an observation with its document, or how the hub counted it. */
export type Opened =
	| { kind: "observation"; name: string; figure: FigureFieldsFragment }
	| {
			kind: "counted";
			name: string;
			/** The figure as it is shown. */
			text: string;
			/** Says what was counted. */
			how: MessageId;
			/** The query behind it. */
			asked?: TakenAlong["asked"];
			/** Where the records are listed. */
			records?: string;
	  };

type State = { opened: Opened; anchor: HTMLElement } | undefined;

let state: State;
const listeners = new Set<() => void>();

function set(next: State): void {
	state = next;
	for (const listen of listeners) listen();
}

/** Opens the source of a figure beside `anchor`. */
export function openSource(opened: Opened, anchor: HTMLElement): void {
	set({ opened, anchor });
}

export function closeSource(): void {
	set(undefined);
}

export function useOpenedSource(): State {
	return useSyncExternalStore(
		(listen) => {
			listeners.add(listen);
			return () => listeners.delete(listen);
		},
		() => state,
	);
}
