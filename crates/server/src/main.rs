//! The program `casework`.

fn main() -> std::process::ExitCode {
    server::run()
}
