/** Whether this is the demo: invented people, one press to sign in, mail kept in a file. Live unless the environment says so. */
export const isDemo = () => process.env.MODE === "demo";
