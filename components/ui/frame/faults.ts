import { ourFault } from "./our-fault";

const nothingChanged = "Nothing was changed.";

/** What people read when a request could not be answered: in one place, for pages and for tests. */
export const faults = {
  400: {
    title: "We could not read that",
    happened: `Something in the address or the form was not as we expected. ${nothingChanged}`,
    toDo: "Go back, check what was typed, and try again.",
  },
  403: {
    title: "You cannot do that",
    happened: `Your role does not let you do this. ${nothingChanged}`,
    toDo: "Ask an administrator in your organisation. If you belong to several organisations, switch to the right one.",
  },
  404: {
    title: "We could not find that page",
    happened: "The address may be wrong, or the page may have moved. It may also belong to another organisation.",
    toDo: "Check the address, or start again from the home page.",
  },
  409: {
    title: "Someone changed this before you",
    happened: `This was changed after you opened it. ${nothingChanged}`,
    toDo: "Go back and reload the page to see how it stands now. Then decide again.",
  },
  413: {
    title: "That is too large to send",
    happened: "The file or the form is larger than we can take. Nothing was saved.",
    toDo: "Send one file at a time, of 10 MB or less. You can split a long document into parts.",
  },
  429: {
    title: "Too many tries",
    happened: "This was tried many times in a short while, so we have paused it. Your account is safe.",
    toDo: "Wait a few minutes, then try again.",
  },
  500: ourFault,
  503: {
    title: "Throughcare is not available just now",
    happened: "It is being started or repaired. Nothing that was saved is lost.",
    toDo: "Try again in a few minutes.",
  },
  507: {
    title: "There is no room for files just now",
    happened:
      "Our storage is full, so the file was not kept. Everything else works, and nothing that was saved is lost.",
    toDo: "Try again later. The people who look after Throughcare have to make room first.",
  },
} satisfies Record<number, { title: string; happened: string; toDo: string }>;

/** What people read who were signed out while they typed. */
export const signedOut = {
  title: "You were signed out",
  happened: "You were signed out while you typed, so nothing was saved yet. What you typed is still here.",
  signIn: "Sign in (opens in a new tab)",
  toDo: "When you have signed in, come back to this tab and press “Send again”.",
  again: "Send again",
  pressAgain: "When you have signed in, come back to this tab and press the button again.",
};
