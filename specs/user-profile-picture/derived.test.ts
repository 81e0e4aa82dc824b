import { testContract } from "../test-contract.ts";

await testContract("user-profile-picture");
